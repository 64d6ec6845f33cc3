using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Manifests;

/// <summary>How far the screening of a manifest is, and what it found.</summary>
public sealed class GetManifest(ICaseStore cases, Reads reads)
{
    [Function("manifest_get")]
    [Requires(Operation.ReadManifest)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/manifests/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(new CaseId(id), cancellationToken) is not { Feed: ManifestRecord.Sort } file)
        {
            return Problems.NotFound("manifest");
        }

        var caller = request.HttpContext.Caller();
        await reads.AllowedAsync(caller, Operation.ReadManifest, $"manifest:{id}", null, cancellationToken);
        return Results.Json(ManifestView.For(caller, file.Id, Records.StateOf<ManifestRecord>(file)), HubJson.Options);
    }
}

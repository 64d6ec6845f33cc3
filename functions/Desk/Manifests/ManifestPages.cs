using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Desk.Pages.Manifests;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Manifests;

/// <summary>One manifest: how far its screening is, and what it found.</summary>
public sealed class ManifestPages(ICaseStore cases, ManifestShowing showing, PageMaking pages, Reads reads)
{
    [Function("desk_manifest")]
    [Page]
    [Requires(Operation.ReadManifest)]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/manifests/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(new CaseId(id), cancellationToken) is not { Feed: ManifestRecord.Sort } file)
        {
            return Problems.NotFound("manifest");
        }

        var manifest = Records.StateOf<ManifestRecord>(file);
        var caller = request.HttpContext.Caller();

        // Until it is screened the page shows nobody, and is loaded again every two seconds.
        if (manifest.State != ManifestState.Received)
        {
            await reads.AllowedAsync(caller, Operation.ReadManifest, $"manifest:{id}", null, cancellationToken);
        }

        return pages.Show<ManifestPage>(request, await showing.ModelAsync(caller, file.Id, manifest, RowsPage(request), cancellationToken));
    }

    private static int RowsPage(HttpRequest request) => int.TryParse(request.Query["rows"].FirstOrDefault(), out var page) && page is > 0 and <= ManifestRecord.MaxShown ? page : 1;
}

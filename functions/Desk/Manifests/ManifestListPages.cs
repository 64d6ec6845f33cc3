using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Desk.Pages.Manifests;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Manifests;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Hub.Functions.Desk.Manifests;

/// <summary>Where manifests are uploaded, with the recent ones below.</summary>
public sealed class ManifestListPages(ManifestUploads uploads, ManifestListing listing, PageMaking pages, PageGate gate, IOptions<AntiforgeryOptions> forms)
{
    [Function("desk_manifests")]
    [Page]
    [Requires(Operation.ReadManifest)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/manifests")] HttpRequest request, CancellationToken cancellationToken) =>
        await ShowAsync(request, new UploadedWrongly(), cancellationToken);

    [Function("desk_manifests_upload")]
    [Page(ProvesItsForm = true)]
    [Requires(Operation.UploadManifest, Feed = ManifestRecord.Sort)]
    public async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/manifests")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (sent, problem) = await FileForm.OpenAsync(request, gate, forms.Value.FormFieldName, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        if (sent.File is not { } file)
        {
            return await ShowAsync(request, UploadedWrongly.NoFile(sent.Form, "file", "Choose a manifest."), cancellationToken);
        }

        try
        {
            return Taken(request, await uploads.TakeAsync(request, ManifestBody.Of(file), cancellationToken));
        }
        catch (ManifestRefusedException refused)
        {
            return await ShowAsync(request, UploadedWrongly.Of(sent.Form, refused), cancellationToken);
        }
    }

    private IResult Taken(HttpRequest request, ManifestReceipt receipt)
    {
        var to = $"/desk/manifests/{receipt.Id}";
        var words = UploadWords.Of(receipt);

        // The page's script sends one file after the other, and stays where it is.
        return request.Headers.Accept == "application/json" ? Results.Json(new { to, words }, HubJson.Options) : pages.Done(request, to, words);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, UploadedWrongly wrong, CancellationToken cancellationToken) =>
        pages.Show<ManifestsPage>(
            request,
            await listing.ModelAsync(request, cancellationToken) with { Form = wrong.Form, Advice = wrong.Advice },
            wrong.Form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

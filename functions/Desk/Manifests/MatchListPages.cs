using System.Collections.Immutable;
using Hub.Border.Manifests;
using Hub.Desk.Pages.Manifests;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.ManifestMatches;
using Hub.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Hub.Functions.Desk.Manifests;

/// <summary>The list of matches that officers of JBOC found themselves, uploaded on the page of manifests.</summary>
public sealed class MatchListPages(MatchLists lists, ManifestListing listing, PageMaking pages, PageGate gate, IOptions<AntiforgeryOptions> forms)
{
    /// <summary>The form's only field, by which its errors are known from the other form's.</summary>
    private const string Field = "matches";

    [Function("desk_manifests_matches")]
    [Page(ProvesItsForm = true)]
    [Requires(Operation.UploadManifest, Feed = MatchLists.Feed)]
    public async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/manifests/matches")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (sent, problem) = await FileForm.OpenAsync(request, gate, forms.Value.FormFieldName, cancellationToken);
        if (sent is null)
        {
            return problem!;
        }

        if (sent.File is not { } file)
        {
            return await ShowAsync(request, UploadedWrongly.NoFile(sent.Form, Field, "Choose a list of matches."), 0, [], cancellationToken);
        }

        try
        {
            var receipt = await lists.TakeAsync(request, file.Content, cancellationToken);
            return receipt.SetAside.IsEmpty
                ? pages.Done(request, "/desk/manifests", $"{Spans.Count(receipt.Taken.Length, "row")} taken in. Whoever must be told is told within moments.")
                : await ShowAsync(request, UploadedWrongly.NoFile(sent.Form, Field, $"{Spans.Count(receipt.SetAside.Length, "row")} of {receipt.SetAside.Length + receipt.Taken.Length} could not be taken in."), receipt.Taken.Length, [.. receipt.SetAside.Select(s => new RowAside($"line {s.Line}", string.Join(" ", s.Errors.Select(MatchRowWords.Of))))], cancellationToken);
        }
        catch (ManifestRefusedException refused)
        {
            return await ShowAsync(request, UploadedWrongly.Of(sent.Form, refused, Field), 0, [], cancellationToken);
        }
    }

    private async Task<IResult> ShowAsync(HttpRequest request, UploadedWrongly wrong, int taken, ImmutableArray<RowAside> aside, CancellationToken cancellationToken) =>
        pages.Show<ManifestsPage>(
            request,
            await listing.ModelAsync(request, cancellationToken) with
            {
                Matches = wrong.Form,
                Advice = wrong.Advice,
                MatchesTaken = taken,
                MatchesAside = aside,
            },
            StatusCodes.Status422UnprocessableEntity);
}

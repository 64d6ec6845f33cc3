using Hub.Border.Hits;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.ManifestMatches;

/// <summary>Takes in a list of matches that is sent over HTTP, by the API or by the desk's form.</summary>
public sealed class MatchLists(MatchListIntake intake)
{
    /// <summary>The feed each row is a report of.</summary>
    public const string Feed = ManifestMatchFeed.FeedName;

    /// <exception cref="ManifestRefusedException">The file as a whole cannot be used; nothing was taken in.</exception>
    internal Task<MatchListReceipt> TakeAsync(HttpRequest request, Stream content, CancellationToken cancellationToken) =>
        request.ContentLength > MatchListCsv.MaxLength
            ? throw new ManifestRefusedException(null, "too-large", $"A list of matches has at most {MatchListCsv.MaxLength / (1024 * 1024)} MB.")
            : intake.AcceptAsync(content, request.HttpContext.Caller().Actor, cancellationToken);
}

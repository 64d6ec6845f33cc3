using System.Collections.Immutable;
using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using Hub.Cases;
using Hub.Json;
using Hub.Places;
using Hub.Reports;

namespace Hub.Border.Hits;

/// <summary>A row of a list of matches that was taken in.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Reference">JBOC's own reference.</param>
/// <param name="Report">Its case.</param>
public sealed record MatchTaken(long Line, string Reference, CaseId Report);

/// <summary>A row of a list of matches that was not taken in, and everything wrong with it.</summary>
public sealed record MatchSetAside(long Line, ImmutableArray<FieldError> Errors);

/// <summary>What became of a list of matches.</summary>
public sealed record MatchListReceipt(ImmutableArray<MatchTaken> Taken, ImmutableArray<MatchSetAside> SetAside);

/// <summary>Takes in a list of manifest matches as JBOC officers type them: each row a report of its own. The same list again doubles nothing.</summary>
public sealed class MatchListIntake(Intake intake, AirportDirectory airports, CountryDirectory countries, TimeProvider time)
{
    /// <exception cref="ManifestRefusedException">The file as a whole cannot be used; nothing was taken in.</exception>
    public async Task<MatchListReceipt> AcceptAsync(Stream content, Actor by, CancellationToken cancellationToken)
    {
        // All rows before the first is taken: what is wrong with the file as a whole may show at its end.
        var rows = new List<MatchListItem>();
        await foreach (var row in MatchListCsv.ReadAsync(content, new ManifestContext(time.GetUtcNow(), airports, countries), cancellationToken))
        {
            rows.Add(row);
        }

        if (rows.Count == 0)
        {
            throw new ManifestRefusedException(null, "nobody-listed", "The file lists no match.");
        }

        var taken = ImmutableArray.CreateBuilder<MatchTaken>();
        var aside = ImmutableArray.CreateBuilder<MatchSetAside>();
        foreach (var row in rows)
        {
            switch (row)
            {
                case MatchListItem.Match match when await TakeAsync(match, by, cancellationToken) is var (report, errors):
                    if (report is { } id)
                    {
                        taken.Add(new MatchTaken(row.Line, match.Reference, id));
                    }
                    else
                    {
                        aside.Add(new MatchSetAside(row.Line, errors));
                    }

                    break;
                case MatchListItem.SetAside set:
                    aside.Add(new MatchSetAside(row.Line, [new FieldError("row", set.Code, set.Reason)]));
                    break;
                default:
                    throw new InvalidOperationException($"Reading a list of matches gave {row.GetType().Name}.");
            }
        }

        return new MatchListReceipt(taken.DrainToImmutable(), aside.DrainToImmutable());
    }

    private async Task<(CaseId? Report, ImmutableArray<FieldError> Errors)> TakeAsync(MatchListItem.Match row, Actor by, CancellationToken cancellationToken) =>
        await intake.AcceptAsync(ManifestMatchFeed.FeedName, JsonSerializer.SerializeToUtf8Bytes(row.Body, HubJson.Options), by, cancellationToken) switch
        {
            IntakeOutcome.Accepted accepted => (accepted.Case, []),
            IntakeOutcome.Conflicting => (null, [new FieldError("reference", "reference-conflict", "This reference was used before for another match.")]),
            IntakeOutcome.Malformed malformed => (null, [malformed.Error]),
            IntakeOutcome.Refused refused => (null, refused.Errors),
            var other => throw new InvalidOperationException($"Intake answered {other.GetType().Name}."),
        };
}

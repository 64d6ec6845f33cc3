using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;

namespace Hub.Reports.Reviewing;

/// <summary>Who would be told if a possible match were confirmed or rejected: the feed's own rules are asked, and nothing is done.</summary>
public sealed class ReviewForesight(Assessor assessor, FeedCatalog feeds)
{
    /// <param name="nominal">The nominal as it would be confirmed; null: every candidate is rejected.</param>
    /// <returns>Notices that would be raised beside those there are; null where that depends on what the report is joined to, and cannot be told beforehand.</returns>
    public ImmutableArray<NoticeDraft>? Of(CaseFile file, Nominal? nominal)
    {
        if (file.Match is not { } match || feeds.Find(file.Feed) is null or IJoinedFeed)
        {
            return null;
        }

        var findings = assessor.FindingsOf(file, match with
        {
            Outcome = nominal is null ? new MatchOutcome.None() : new MatchOutcome.Match(nominal.Id, 1),
            Decision = new MatchDecision(nominal is not null, nominal?.Id, Actor.Hub, file.ReceivedAt, ""),
        }, nominal);
        return [.. findings.Notices.Where(draft => NoticeSeries.Of(file, draft).Standing is null)];
    }
}

using Hub.Auditing;
using Hub.Cases;
using Hub.Matching;
using Hub.Notices;

namespace Hub.Reports.Reviewing;

/// <summary>Where the review of a possible match stands, read off its case.</summary>
public static class ReviewStanding
{
    /// <summary>The kind of <see cref="CaseDecision"/> that asks for more before anything is decided.</summary>
    public const string Match = "match";

    /// <summary>Its one outcome: what decides is in <see cref="MatchAssessment.Decision"/>.</summary>
    public const string NeedMore = "need-more";

    public static bool IsToDecide(CaseFile file) => file is { Match.Outcome: MatchOutcome.Possible };

    /// <summary>The newest word that more is needed, of those said since the review that is open was asked for; null where there is none.</summary>
    public static CaseDecision? MoreAsked(CaseFile file) => file.Decisions.LastOrDefault(d => d is { Kind: Match, Outcome: NeedMore }) is { } asked
        && file.Notices.Where(n => n is { Kind: NoticeKind.MatchReview, IsOpen: true }).Select(n => n.RaisedAt).Max() is var raised && (raised is null || asked.At >= raised)
        ? asked : null;

    /// <summary>Why somebody may not decide now; null where they may.</summary>
    internal static ReviewOutcome? Refusal(CaseFile file, Actor by, DateTimeOffset now) => file.Match switch
    {
        { Outcome: MatchOutcome.Possible } => file.HeldAt(now) is { } held && held.By.Id != by.Id ? ReviewOutcome.HeldByAnother : null,
        { Decision: not null } => ReviewOutcome.AlreadyDecided,
        _ => ReviewOutcome.NothingToDecide,
    };
}

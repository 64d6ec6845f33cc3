using Hub.Auditing;
using Hub.Cases;
using Hub.Functions.Notices;
using Hub.Identity;
using Hub.Matching;

namespace Hub.Functions.Reports;

/// <summary>
/// A report as one caller may see it. Police desks and supervisors see all of it; a partner sees that it is there, the
/// notices meant for them with their timeline, and whether there was a match, never who else was considered or told.
/// </summary>
internal static class ReportView
{
    public static object For(Caller caller, CaseFile file, IReadOnlyList<AuditEntry> audit) =>
        Access.MaySeeEvidence(caller) ? Whole(file, audit) : Partner(caller, file, audit);

    private static object Whole(CaseFile file, IReadOnlyList<AuditEntry> audit) => new
    {
        file.Id,
        file.Feed,
        file.Reference,
        file.Status,
        file.OccurredAt,
        file.ReceivedAt,
        file.Sender,
        file.Raw?.Sha256,
        file.Report,
        Match = Match(file.Match),
        file.Reasons,
        file.Conclusion,
        Decisions = file.Decisions.IsEmpty ? null : file.Decisions.Select(d => new { d.Kind, d.Outcome, d.Rationale, By = d.By.Id, d.By.Role, d.At, d.Details }),
        Notices = file.Notices.Select(NoticeView.Of),
        Timeline = audit.Select(TimelineView.Of),
        TimelineIntact = AuditChain.FirstBreak(audit, file.AuditHead) is null,
    };

    private static object Partner(Caller caller, CaseFile file, IReadOnlyList<AuditEntry> audit)
    {
        var own = file.Notices.Where(n => n.Recipient == caller.OwnRecipient).ToList();
        return new
        {
            file.Id,
            file.Feed,
            Reference = NamesNominal(file) ? null : file.Reference,
            file.Status,
            file.OccurredAt,
            file.ReceivedAt,
            Match = file.Match is { } match ? new { Outcome = Name(match.Outcome) } : null,
            Notices = own.Select(NoticeView.Of),
            Timeline = audit
                .Where(e => e.Action == "report.accepted" || (e.About.TryGetValue("notice", out var id) && own.Any(n => n.Id == id)))
                .Select(TimelineView.Of),
        };
    }

    /// <summary>What the hub itself refers to a case by holds the nominal it is about: a partner is not told which that is.</summary>
    private static bool NamesNominal(CaseFile file) => file.Status == CaseStatus.Record || file.Sender == Actor.Hub.Id;

    private static object? Match(MatchAssessment? match)
    {
        if (match is null)
        {
            return null;
        }

        var (nominal, probability) = match.Outcome switch
        {
            MatchOutcome.Match m => (m.Nominal, m.Probability),
            MatchOutcome.Possible p => (p.Nominal, (double?)p.Probability),
            _ => (null, null),
        };
        return new
        {
            Outcome = Name(match.Outcome),
            Nominal = nominal,
            match.Named,
            Probability = probability,
            match.Because,
            Evidence = match.Candidates,
            match.Considered,
            match.ModelVersion,
            match.RegisterMark,
            match.Decision,
        };
    }

    private static string Name(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Match => "match",
        MatchOutcome.Possible => "possible",
        _ => "none",
    };
}

using System.Collections.Immutable;
using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Reviews;
using Hub.Feeds;
using Hub.Functions.Identity;
using Hub.Functions.Reports;
using Hub.Identity;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Reports.Reviewing;

namespace Hub.Functions.Desk.Reviews;

/// <summary>Puts a possible match together for its page. Every person shown is written to the access log, as the API's functions beside it do.</summary>
public sealed class ReviewModels(FeedCatalog feeds, INominalRegister register, ReviewForesight foresight, AfterWords after, TimelineWords timeline, Timelines timelines, MatchModel model, Reads reads, TimeProvider time)
{
    private const string Reason = "Review of a possible match";
    private const int TimelineRows = 50;

    /// <summary>Whose queue a case is worked from.</summary>
    public static string RecipientOf(CaseFile file, Caller caller)
    {
        var reviews = file.Notices.Where(n => n.Kind == NoticeKind.MatchReview).ToList();
        return reviews.Find(n => n.Recipient == caller.OwnRecipient)?.Recipient ?? reviews.Find(n => n.IsOpen)?.Recipient ?? reviews.LastOrDefault()?.Recipient ?? caller.OwnRecipient!;
    }

    /// <param name="form">What was entered.</param>
    /// <param name="isLost">What was sent was not done, because the case is not the sender's.</param>
    public async Task<ReviewModel> OfAsync(Caller caller, CaseFile read, FormState form, bool isLost, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadReport, $"case:{read.Id.Value}", null, cancellationToken);
        var (file, audit) = await timelines.ReadAsync(read, cancellationToken);
        var recipient = RecipientOf(file, caller);
        var notice = file.Notices.LastOrDefault(n => n.Kind == NoticeKind.MatchReview && n.Recipient == recipient);
        var held = file.HeldAt(time.GetUtcNow());
        var marks = Marks(file);
        var state = StateOf(file, held, caller);
        var candidates = new List<ReviewCandidate>();
        foreach (var candidate in file.Match?.Candidates ?? [])
        {
            candidates.Add(await CandidateAsync(caller, file, candidate, marks, cancellationToken));
        }

        return new ReviewModel
        {
            Report = file.Id.Value,
            Recipient = recipient,
            Queue = NextReview.QueueOf(caller, recipient),
            Kind = ReviewWords.Report(file.Feed),
            State = state,
            Due = notice?.Due,
            IsUrgent = notice?.Priority == NoticePriority.Urgent,
            Received = file.ReceivedAt,
            Held = held,
            More = ReviewStanding.IsToDecide(file) ? ReviewStanding.MoreAsked(file) : null,
            Decided = Decided(file.Match),
            Person = feeds.Find(file.Feed) is { } feed ? PersonLines.Of(feed.Subject(file.Report)) : [],
            Candidates = [.. candidates],
            AfterRejecting = After(file, null, confirmed: false),
            Marks = [.. marks.Select(m => m.Words)],
            Form = form,
            IsLost = isLost || (form.IsWrong && state is not (ReviewState.Own or ReviewState.Free)),
            Timeline = [.. audit.Reverse().Take(TimelineRows).Select(entry => timeline.Of(entry, file.Notices))],
        };
    }

    private async Task<ReviewCandidate> CandidateAsync(Caller caller, CaseFile file, CandidateEvidence candidate, ImmutableArray<(string Letter, double Bits, string Words)> marks, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadNominal, $"nominal:{candidate.Nominal}", Reason, cancellationToken);
        var nominal = await register.FindAsync(candidate.Nominal, cancellationToken);
        if (nominal is not null && nominal.Id != candidate.Nominal)
        {
            await reads.AllowedAsync(caller, Operation.ReadNominal, $"nominal:{nominal.Id}", Reason, cancellationToken);
        }

        return new ReviewCandidate(
            candidate.Nominal, nominal?.Names.Select(n => n.ToString()).FirstOrDefault(), NotesOf(candidate, nominal), candidate.Probability, candidate.Verdict ?? "",
            [.. candidate.Fields.Select(f => ComparedField.Of(f, nominal))], Waterfall.Of(candidate, [.. marks.Select(m => (m.Letter, m.Bits))]), candidate.PriorBits, candidate.TotalBits,
            After(file, nominal, confirmed: true));
    }

    private ImmutableArray<string> After(CaseFile file, Nominal? nominal, bool confirmed) =>
        !ReviewStanding.IsToDecide(file) ? [] : after.Of(file.Feed, confirmed, confirmed && nominal is null ? null : foresight.Of(file, nominal));

    private static ReviewState StateOf(CaseFile file, CaseHold? held, Caller caller) => (file.Match, held) switch
    {
        ({ Outcome: MatchOutcome.Possible }, null) => ReviewState.Free,
        ({ Outcome: MatchOutcome.Possible }, { } hold) => hold.By.Id == caller.Id ? ReviewState.Own : ReviewState.Others,
        ({ Decision: not null }, _) => ReviewState.Decided,
        _ => ReviewState.Settled,
    };

    private static ReviewDecided? Decided(MatchAssessment? match) => match is { Decision: { } decision, Outcome: not MatchOutcome.Possible }
        ? new ReviewDecided(decision.Confirmed ? $"Confirmed as nominal {decision.Nominal}." : "Rejected: none of the candidates.", decision.By.Id, decision.At, decision.Rationale) : null;

    private static ImmutableArray<string> NotesOf(CandidateEvidence candidate, Nominal? nominal) =>
    [
        .. ((string?[])
        [
            nominal?.Has(Marker.Missing) == true ? "Reported missing" : null,
            nominal?.Has(Marker.CarePlan) == true ? "On a care plan" : null,
            nominal is null ? "No longer on the register" : null,
            nominal?.Ended is not null ? "Time on the register has ended" : null,
            nominal is not null && nominal.Id != candidate.Nominal ? $"Merged into {nominal.Id}, which is shown" : null,
        ]).OfType<string>(),
    ];

    /// <summary>Where a person must look, and where it is enough by itself: of the model that weighed, where it is the one in use.</summary>
    private ImmutableArray<(string Letter, double Bits, string Words)> Marks(CaseFile file) =>
        file.Match is { } match && match.ModelVersion == model.Version && feeds.Find(file.Feed) is { } feed && model.Purposes.TryGetValue(feed.Purpose, out var purpose)
            ?
            [
                ("A", Waterfall.BitsOf(purpose.Possible), "A: from here on a person must look."),
                ("B", Waterfall.BitsOf(purpose.Match), "B: from here on the evidence is enough by itself, where nobody else comes near."),
            ]
            : [];
}

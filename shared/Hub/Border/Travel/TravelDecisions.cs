using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Reports;

namespace Hub.Border.Travel;

/// <summary>
/// Records what a named officer decides about a person on a flight. The decision stays in the case; the event that goes
/// with it brings it into the nominal's history and has the rules run again.
/// </summary>
public sealed class TravelDecisions(ICaseStore store, CaseEditor editor, FeedCatalog feeds, TimeProvider time)
{
    /// <param name="kind">See <see cref="TravelDecision"/>.</param>
    /// <param name="details">What the decision says beside its outcome; null where nothing.</param>
    /// <param name="knowing">How many decisions of the kind whoever decides has seen: where another has been made since, nothing is decided. Null: whatever was decided before.</param>
    public async Task<DecisionOutcome> DecideAsync(
        CaseId id, string kind, string outcome, string rationale, object? details, Actor by, CancellationToken cancellationToken, int? knowing = null)
    {
        if (await store.ReadAsync(id, cancellationToken) is not { } file)
        {
            return DecisionOutcome.Unknown;
        }

        var decision = new CaseDecision(kind, outcome, rationale, by, time.GetUtcNow(), details is null ? null : JsonSerializer.SerializeToElement(details, HubJson.Options));
        var result = DecisionOutcome.Decided;
        await editor.EditAsync(file, by, edit =>
        {
            result = Refusal(edit.Case) ?? DecisionOutcome.Decided;
            if (result != DecisionOutcome.Decided || SaysSame(TravelDecision.Newest(edit.Case.Decisions, kind), decision))
            {
                return;
            }

            if (knowing is { } known && edit.Case.Decisions.Count(d => d.Kind == kind) != known)
            {
                result = DecisionOutcome.Overtaken;
                return;
            }

            edit.Update(c => c with { Decisions = c.Decisions.Add(decision) });
            edit.Audit($"decision.{kind}", $"{outcome}: {rationale}");
            edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, [edit.Case.Id], edit.Now));
        }, cancellationToken);
        return result;
    }

    private DecisionOutcome? Refusal(CaseFile file) => file switch
    {
        _ when feeds.Find(file.Feed) is not ITravelFeed => DecisionOutcome.NotTravel,
        { Status: CaseStatus.Withdrawn } => DecisionOutcome.Withdrawn,
        { Match.Outcome: MatchOutcome.Match } => null,
        _ => DecisionOutcome.NotIdentified,
    };

    /// <summary>The same again, as when a request is repeated, is no second decision.</summary>
    private static bool SaysSame(CaseDecision? newest, CaseDecision decision) =>
        newest is not null && newest.Outcome == decision.Outcome && newest.Rationale == decision.Rationale && newest.By == decision.By
        && (newest.Details, decision.Details) switch
        {
            ({ } a, { } b) => JsonElement.DeepEquals(a, b),
            (null, null) => true,
            _ => false,
        };
}

/// <summary>What became of a decision.</summary>
public enum DecisionOutcome
{
    Decided,
    Unknown,

    /// <summary>The report is not of anybody travelling.</summary>
    NotTravel,

    /// <summary>Nobody is identified yet: nothing may rest on it.</summary>
    NotIdentified,

    /// <summary>The person was not on the flight after all.</summary>
    Withdrawn,

    /// <summary>Another decision of the kind was made since whoever decides last looked; nothing was decided.</summary>
    Overtaken,
}

using System.Collections.Immutable;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What the clock does.</summary>
public sealed partial class DeportedOffenderCases
{
    /// <summary>A scheduled message has come.</summary>
    /// <exception cref="PermanentFailureException">The event is of another type, names no moment, or no case there is.</exception>
    public Task OnTimeAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type != HubTopology.ArrivalLookDue)
        {
            throw new PermanentFailureException("unknown-event-type", $"The clock of arrivals does not know events of type {happened.Type}.");
        }

        return happened.Data.ValueKind == JsonValueKind.Object && happened.Data.TryGetProperty("moment", out var at)
            && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var moment)
            ? LookAsync(happened.CaseId(), moment, cancellationToken)
            : throw new PermanentFailureException("message-unreadable", "The event's data names no moment.");
    }

    /// <summary>The clock strikes: whoever must be warned of what is not done is. One that strikes for a moment that no longer counts does nothing.</summary>
    /// <exception cref="PermanentFailureException">There is no such case.</exception>
    public async Task LookAsync(CaseId id, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is null)
        {
            throw new PermanentFailureException("case-unknown", "There is no such case.");
        }

        await records.EditAsync<DeportedOffenderCase>(id, Actor.Hub, (edit, before) => before.NextLook == moment ? following.Strike(edit, before, moment) : before, cancellationToken);
    }

    /// <summary>The strikes of the clock still to come, soonest first, of one that comes every week the next; empty for a closed case.</summary>
    public ImmutableArray<ClockMoment> Clock(DeportedOffenderCase state) => CaseClock.ToCome(state, Facts(state), time.GetUtcNow());
}

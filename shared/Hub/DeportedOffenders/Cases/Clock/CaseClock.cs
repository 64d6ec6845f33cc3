using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Json;
using Hub.Notices;
using Hub.Time;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// The clock of a case: when it strikes, and who is to be warned of what by a moment. Of margins already passed the
/// latest counts alone, so that a late alert makes no burst of warnings.
/// </summary>
internal static class CaseClock
{
    private static readonly ClockTable Table = ClockTable.Default;

    /// <summary>The strikes to come, soonest first, of one that comes again and again the next; empty for a closed case.</summary>
    public static ImmutableArray<ClockMoment> ToCome(DeportedOffenderCase state, CaseFacts facts, DateTimeOffset after)
    {
        var (of, anchor) = AnchorOf(state, facts);
        return !state.IsOpen ? [] :
        [
            .. Table.Strikes
                .Where(s => s.Of == of)
                .Select(s => (At: s.Next(anchor, after), Strike: s))
                .Where(s => s.At is not null)
                .Select(s => new ClockMoment(s.At!.Value, s.Strike.Words, [.. s.Strike.Tells.Select(t => t.To).Distinct()]))
                .OrderBy(m => m.At),
        ];
    }

    /// <summary>The warnings that stand at a moment, by the latest strike for each who is warned of anything.</summary>
    public static IEnumerable<NoticeDraft> Warnings(DeportedOffenderCase state, CaseFacts facts, DateTimeOffset now)
    {
        var (of, anchor) = AnchorOf(state, facts);
        return !state.IsOpen ? [] : Table.Strikes
            .Where(s => s.Of == of)
            .SelectMany(s => s.Tells.Select(tell => (Strike: s, Tell: tell, At: s.Last(anchor, now))))
            .Where(s => s.At is not null)
            .GroupBy(s => (s.Tell.Kind, s.Tell.To))
            .Select(same => same.MaxBy(s => s.At))
            .Select(s => (s.Strike, s.Tell, At: s.At!.Value, Missing: s.Tell.Steps.Where(step => CaseSteps.IsMissing(step, state, facts)).ToList()))
            .Where(s => s.Missing.Count > 0)
            .Select(s => Draft(s.Strike, s.Tell, s.At, [.. s.Missing.Select(step => Table.Steps[step])], state, facts, anchor));
    }

    private static (StrikeAnchor Of, DateTimeOffset At) AnchorOf(DeportedOffenderCase state, CaseFacts facts) => facts.Lands is { } lands
        ? (StrikeAnchor.Landing, lands)
        : (StrikeAnchor.Unknown, MovesMade.Last(state, MoveName.NotOnFlight)?.At ?? state.OpenedAt);

    private static NoticeDraft Draft(Strike strike, Telling tell, DateTimeOffset at, ImmutableArray<string> missing, DeportedOffenderCase state, CaseFacts facts, DateTimeOffset anchor) => new()
    {
        Kind = tell.Kind,
        Recipient = tell.To,
        About = $"{strike.Id}/{anchor.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}/{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}",
        Priority = tell.Urgent ? NoticePriority.Urgent : NoticePriority.Normal,
        Title = tell.Kind == NoticeKind.ArrivalNear ? "A deported offender's return is not ready" : "A deported offender's case is overdue",
        Reason = $"{Arrives(facts)} Not there yet: {string.Join("; ", missing)}. The mark passed was {LondonTime.Words(at)}.",
        Content = JsonSerializer.SerializeToElement(new WarningFields(state.State, facts.Arrival?.Lands, missing), HubJson.Options),
    };

    private static string Arrives(CaseFacts facts) => facts.Arrival?.Lands is { } lands
        ? $"The landing known of is on {FlightWords.Of(lands)}."
        : "No landing is known.";
}

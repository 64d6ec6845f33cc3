using System.Collections.Immutable;

namespace Hub.Border.Travel;

/// <summary>Whether a journey was notified as the law of the day required (DOMAIN §4).</summary>
public enum TravelOutcome
{
    /// <summary>In time, and dates, country and point of arrival agree.</summary>
    Notified,

    /// <summary>Notified, but after the time the rule allows.</summary>
    Late,

    /// <summary>Notified in time, but not what was travelled.</summary>
    Differs,

    /// <summary>No notification: a suspected breach.</summary>
    NotNotified,

    /// <summary>Not subject on that date, or too short under the rule then in force.</summary>
    NotRequired,

    /// <summary>What is needed to judge is not known, such as the return under a rule of length.</summary>
    CannotTell,
}

/// <summary>A judgement with its reasons.</summary>
public sealed record TravelJudgement
{
    public required TravelOutcome Outcome { get; init; }

    /// <summary>The rule in force on the day of departure, by its id in <c>travel-rules.data.json</c>; null where no rule was in force or the person was not subject.</summary>
    public string? Rule { get; init; }

    /// <summary>In words for an officer: which rule and its legal source, which dates, what differs. In the order worked out.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The notification compared with; null where there was none.</summary>
    public string? Notification { get; init; }

    /// <summary>True where there may be an offence under s.91: not notified, late, or differing.</summary>
    public bool SuspectedBreach => Outcome is TravelOutcome.NotNotified or TravelOutcome.Late or TravelOutcome.Differs;
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace Hub.Border.Travel;

/// <summary>Which journeys must be notified, and how long before, from one day on until the next rule begins.</summary>
public sealed record TravelRule
{
    /// <summary>Stable and kebab-case: judgements are kept with it.</summary>
    public required string Id { get; init; }

    /// <summary>The first day of departure it applies to, from midnight in London.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The statutory instrument, for the reasons.</summary>
    public required string Source { get; init; }

    /// <summary>Days away from which a journey must be notified; null where every journey outside the United Kingdom must.</summary>
    public int? ShortestDays { get; init; }

    /// <summary>Days of notice in the ordinary case; null where <see cref="NoticeHours"/> is all that is asked.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>Hours before departure after which a notification is late, whatever the reason.</summary>
    public required int NoticeHours { get; init; }

    /// <summary>When notice may be shorter than <see cref="NoticeDays"/>, in words; null exactly where those are.</summary>
    public string? ShortNotice { get; init; }

    /// <summary>Where the instrument goes over from the rule before it by degrees; null where it does not.</summary>
    public TravelTransition? Transition { get; init; }

    /// <summary>As one sentence for an officer.</summary>
    [JsonIgnore]
    public string Words => string.Create(
        CultureInfo.InvariantCulture,
        $"The rule in force since {TravelWords.Day(From)} ({Source}) asks for notice of any journey outside the United Kingdom{Length}, {Notice}.");

    private string Length => ShortestDays is { } days ? string.Create(CultureInfo.InvariantCulture, $" of {days} days or longer") : "";

    private string Notice => NoticeDays is { } days
        ? string.Create(CultureInfo.InvariantCulture, $"{days} days before departure, or not less than {NoticeHours} hours {ShortNotice}")
        : string.Create(CultureInfo.InvariantCulture, $"at least {NoticeHours} hours before departure");
}

/// <summary>The first days of a rule, for which the instrument makes provision that the hub does not judge.</summary>
/// <param name="Until">The last day of departure it concerns.</param>
/// <param name="Note">A sentence for the reasons.</param>
public sealed record TravelTransition(DateOnly Until, string Note);

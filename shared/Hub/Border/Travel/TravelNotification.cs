using System.Collections.Immutable;

namespace Hub.Border.Travel;

/// <summary>A time during which a person is subject to the notification requirements (Sexual Offences Act 2003 Part 2), both days included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null for an indefinite period or one whose end is not known.</param>
public sealed record NotificationPeriod(DateOnly From, DateOnly? To);

/// <summary>
/// What a person notified of travel outside the United Kingdom (Sexual Offences Act 2003 s.86; Sexual Offences Act
/// 2003 (Travel Notification Requirements) Regulations 2004, SI 2004/1220, as amended by SI 2012/1876). Dates are those of London.
/// </summary>
public sealed record TravelNotification
{
    /// <summary>The register's or the hub's own id of the notification, 1 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>When it was given at the police station. UTC.</summary>
    public required DateTimeOffset NotifiedAt { get; init; }

    /// <summary>The day they said they would leave the United Kingdom.</summary>
    public required DateOnly Departs { get; init; }

    /// <summary>The country, ISO 3166-1 alpha-3, they said they would go to; where several, the first.</summary>
    public required string Country { get; init; }

    /// <summary>The point of arrival in that country: an IATA code where it could be recognised, else as written; null where not given.</summary>
    public string? PointOfArrival { get; init; }

    /// <summary>Further countries, ISO 3166-1 alpha-3.</summary>
    public ImmutableArray<string> OtherCountries { get; init; } = [];

    /// <summary>As written; null where not given.</summary>
    public string? Carrier { get; init; }

    /// <summary>The day they said they would be back; null where not known to them.</summary>
    public DateOnly? Returns { get; init; }

    /// <summary>The point of arrival back in the United Kingdom, as <see cref="PointOfArrival"/>.</summary>
    public string? ReturnPoint { get; init; }

    /// <summary>Why notice was shorter than the ordinary time, as the person gave it; null where no reason was given.</summary>
    public string? ShortNoticeReason { get; init; }

    /// <summary>When it was withdrawn or replaced; null while it stands. UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}

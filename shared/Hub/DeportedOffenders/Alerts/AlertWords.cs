using System.Collections.Immutable;
using Hub.Cases;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// What other alerts say of one alert, whether it is in already or not: a record of its own, so that an alert and one
/// that speaks of it find each other in whatever order, and however close together, they arrive.
/// </summary>
public sealed record AlertWords
{
    /// <summary>The sort of record; its key is the reference spoken of.</summary>
    public const string Sort = "alert-links";

    /// <summary>Alerts that may speak of one; more are a fault of the sender's system.</summary>
    public const int Most = 50;

    /// <summary>Who sent the alert spoken of; null until it is in.</summary>
    public string? Sender { get; init; }

    /// <summary>In the order they became known.</summary>
    public ImmutableArray<AlertWord> Words { get; init; } = [];

    /// <summary>Those that count: only the sender may take an alert back.</summary>
    public IEnumerable<AlertWord> OfSender => Words.Where(w => w.Sender == Sender);
}

/// <summary>One alert speaking of another.</summary>
/// <param name="Report">The case of the alert that speaks.</param>
/// <param name="Reference">Its sender's reference for it.</param>
/// <param name="Sender">The identity that posted it.</param>
/// <param name="Withdraws">It takes the other back; otherwise it takes the other's place.</param>
public sealed record AlertWord(CaseId Report, string Reference, string Sender, bool Withdraws);

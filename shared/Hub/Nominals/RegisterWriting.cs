using Hub.Auditing;

namespace Hub.Nominals;

/// <summary>Who changes the register, and why.</summary>
/// <param name="By">Who.</param>
/// <param name="Source">Where the change comes from: <c>api</c>, <c>hub</c>, <c>deltas of visor</c>, the name of a file.</param>
/// <param name="Because">Why, in words that name nobody.</param>
public sealed record RegisterWriting(Actor By, string Source, string Because)
{
    /// <summary>The source whose mark is read and may be moved with the change; null where none is concerned.</summary>
    public string? Feed { get; init; }

    /// <summary>A change the hub makes of itself.</summary>
    public static RegisterWriting OfHub(string because) => new(Actor.Hub, "hub", because);
}

/// <summary>What a change of the register is worked out from.</summary>
/// <param name="Nominals">Those asked for that there are, by id; ended and merged-away ones included.</param>
/// <param name="FeedMark">The mark of <see cref="RegisterWriting.Feed"/>; 0 where that has none.</param>
public sealed record RegisterState(IReadOnlyDictionary<string, Nominal> Nominals, long FeedMark);

/// <summary>A change of the register.</summary>
/// <param name="Nominals">As they are to be, in the order they are to be numbered, each once.</param>
public sealed record RegisterEdit(IReadOnlyCollection<Nominal> Nominals)
{
    /// <summary>Nothing is to change.</summary>
    public static RegisterEdit None { get; } = new([]);

    /// <summary>The new mark of <see cref="RegisterWriting.Feed"/>; null where it stays.</summary>
    public long? FeedMark { get; init; }

    /// <summary>How far a load has come with this change; null where it is none.</summary>
    public LoadProgress? Progress { get; init; }
}

/// <summary>What became of a change.</summary>
/// <param name="Mark">The register's high-water mark after it.</param>
/// <param name="Changed">Nominals that are not as they were.</param>
/// <param name="Unchanged">Nominals that were like that already.</param>
public sealed record RegisterOutcome(long Mark, int Changed, int Unchanged);

/// <summary>The nominals changed under every one of our tries. Passing: try again later.</summary>
public sealed class RegisterBusyException() : Exception("These nominals are being changed by others; try again.");

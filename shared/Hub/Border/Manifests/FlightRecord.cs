using System.Collections.Immutable;

namespace Hub.Border.Manifests;

/// <summary>One flight and who of its travellers are hits, over all lists that came of it.</summary>
public sealed record FlightRecord
{
    public const string Sort = "flights";

    /// <summary>Hits on one flight, those withdrawn included. The largest aircraft carry some 850.</summary>
    public const int MaxHits = 3_000;

    /// <summary>The newest list of each kind.</summary>
    public ImmutableArray<NewestList> Newest { get; init; } = [];

    /// <summary>The newest list of each kind that spoke of everybody: what older ones say counts no more.</summary>
    public ImmutableArray<NewestList> Whole { get; init; } = [];

    public ImmutableArray<FlightHit> Hits { get; init; } = [];

    /// <summary>Whether a list of this kind, said then, has been replaced by one that speaks of everybody.</summary>
    public bool Supersedes(ListKind kind, ListStamp said) => Whole.Any(w => w.Kind == kind && w.Said.IsAfter(said));
}

/// <summary>The newest list of a kind that came of a flight.</summary>
/// <param name="Kind">Passengers or crew.</param>
/// <param name="Said">The list.</param>
public sealed record NewestList(ListKind Kind, ListStamp Said);

/// <summary>A hit on a flight.</summary>
/// <param name="Reference">What the hit's case is found by.</param>
/// <param name="Nominal">The nominal.</param>
/// <param name="Kind">The kind of list it stands on.</param>
/// <param name="Said">The newest list that spoke of it.</param>
/// <param name="Withdrawn">Why it no longer holds; null while it does.</param>
/// <param name="WithdrawnBy">The list that took it back; null while it holds, or where an older list to come is still to name it.</param>
public sealed record FlightHit(string Reference, string Nominal, ListKind Kind, ListStamp Said, string? Withdrawn = null, ListStamp? WithdrawnBy = null);

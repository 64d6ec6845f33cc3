using Hub.Border.Flights;

namespace Hub.Border.Manifests.Screening;

/// <summary>What a list does to the hits of its flight.</summary>
internal enum ListEffect
{
    /// <summary>Names who is on the flight.</summary>
    Names,

    /// <summary>Takes some off.</summary>
    Removes,

    /// <summary>Takes everybody off.</summary>
    Cancels,
}

/// <summary>A list entered into its flight.</summary>
/// <param name="List">The list.</param>
/// <param name="Withdrawn">Hits it took back.</param>
/// <param name="Superseded">A newer list was there before it.</param>
internal sealed record EnteredList(ManifestListSummary List, int Withdrawn, bool Superseded)
{
    public static ListEffect Effect(ListFunction function) => function switch
    {
        ListFunction.Whole or ListFunction.Change => ListEffect.Names,
        ListFunction.Removal => ListEffect.Removes,
        ListFunction.FlightCancelled => ListEffect.Cancels,
        _ => throw new InvalidOperationException($"A list of function {function}."),
    };

    public bool Covers(ManifestList list) => Covers(list.Flight, list.Kind, list.Function);

    public bool Covers(ManifestListSummary list) => Covers(list.Flight, list.Kind, list.Function);

    private bool Covers(Flight flight, ListKind kind, ListFunction function) =>
        flight.Key == List.Flight.Key && kind == List.Kind && Effect(function) == Effect(List.Function);
}

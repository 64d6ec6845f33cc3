using Hub.Border.Hits;
using Hub.Border.Travel;
using Hub.Places;

namespace Hub.Border.Manifests.Screening;

/// <summary>A hit of screening as a report.</summary>
internal static class HitReport
{
    public static ManifestMatch Of(ReferencedHit found, Companions companions, ListStamp said, AirportDirectory airports)
    {
        var traveller = found.Hit.Traveller;
        var (boards, leaves) = FlownStops.Of(traveller, airports);
        return new ManifestMatch
        {
            Reference = found.Reference,
            Traveller = traveller.Person,
            Flight = traveller.List.Flight,
            Boards = boards,
            Leaves = leaves,
            Crew = traveller.List.Kind == ListKind.Crew,
            Booking = traveller.Booking,
            Companions = companions.CountWith(traveller),
            Children = companions.ChildrenWith(traveller),
            Return = Return(traveller, airports),
            About = found.Nominal,
            Manifest = said.Manifest,
            At = traveller.At.ToString(),
            Listed = said,
        };
    }

    /// <summary>A return lands in the United Kingdom; a flight that a list calls so and that lands elsewhere says nothing of it.</summary>
    private static KnownReturn? Return(Traveller traveller, AirportDirectory airports)
    {
        var abroad = airports.TryFind(traveller.ReturnsTo, out var lands) && !lands.InUnitedKingdom;
        return traveller.Returns is { } returns && !abroad ? new KnownReturn(returns, traveller.ReturnsTo, traveller.ReturnFlight, ReturnSource.Border) : null;
    }
}

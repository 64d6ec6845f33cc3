using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Paxlst;

/// <summary>An airport that the aircraft calls at: one LOC of a TDT, with the DTMs after it.</summary>
internal sealed class Call(FlightDesignator flight, int qualifier, Airport airport)
{
    /// <summary>The last airport before the border.</summary>
    public const int LastDeparture = 125;

    /// <summary>The first airport after the border.</summary>
    public const int FirstArrival = 87;

    /// <summary>Any other airport of the flight.</summary>
    public const int Other = 92;

    /// <summary>Where the flight ends.</summary>
    public const int Final = 130;

    public FlightDesignator Flight => flight;

    public Airport Airport => airport;

    public FlightTime? Departs { get; set; }

    public FlightTime? Arrives { get; set; }

    public bool IsLastDeparture => qualifier == LastDeparture;

    public bool IsFirstArrival => qualifier == FirstArrival;

    /// <summary>A hop leaves from here, and none ends here.</summary>
    public bool OnlyDeparts => IsLastDeparture || (qualifier == Other && Departs is not null && Arrives is null);
}

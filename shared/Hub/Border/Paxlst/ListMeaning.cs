using Hub.Border.Edifact;
using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>
/// What a BGM says the message is. Its document code is of UN/EDIFACT list 1001; the second element, where there is
/// one, is as the guides of the authorities that receive API use it. What a code of theirs does not say for sure never
/// withdraws anybody: such a list only adds.
/// </summary>
/// <param name="Kind">Whom the document names.</param>
/// <param name="Function">What it says of earlier lists.</param>
internal sealed record ListMeaning(ListKind Kind, ListFunction Function)
{
    private const int PassengerList = 745;
    private const int CrewList = 250;
    private const int FlightStatus = 266;

    public static ListMeaning Read(SegmentReader segments, bool isPart)
    {
        var code = segments.Text(2).ToUpperInvariant();
        var meaning = segments.Code(1) switch
        {
            PassengerList => Passengers(code),
            CrewList => Crew(code),
            FlightStatus => Status(code),
            _ => throw new ManifestRefusedException(
                segments.Place, "document-unsupported",
                "The BGM names another document than a passenger list (745), a crew list (250) or a flight status (266)."),
        };
        if (meaning is null)
        {
            throw new ManifestRefusedException(
                segments.Place, "function-unsupported", "The second element of the BGM gives the list a purpose that says nothing certain of who flies.");
        }

        return isPart && meaning.Function == ListFunction.Whole ? meaning with { Function = ListFunction.Change } : meaning;
    }

    private static ListMeaning? Passengers(string code) => code switch
    {
        "" => new(ListKind.Passengers, ListFunction.Whole),
        "XR" => new(ListKind.Passengers, ListFunction.Removal),
        "XF" or "XN" => new(ListKind.Passengers, ListFunction.FlightCancelled),
        // Reduction in party: whether the persons named stay or go is not certain.
        "RP" => null,
        // CP changes persons; anything else is a number or note of the sender's own.
        _ => new(ListKind.Passengers, ListFunction.Change),
    };

    private static ListMeaning Crew(string code) => code switch
    {
        // Regular crew of a passenger or cargo flight, an overflight, or its domestic continuance.
        "" or "A" or "B" or "C" or "D" or "E" or "F" => new(ListKind.Crew, ListFunction.Whole),
        "XF" or "XN" => new(ListKind.Crew, ListFunction.FlightCancelled),
        // BC, CC, EC and FC change a crew.
        _ => new(ListKind.Crew, ListFunction.Change),
    };

    private static ListMeaning? Status(string code) => code switch
    {
        // Closed, with those who are on board: often by reference alone, so that it cannot stand for everybody.
        "CLOB" => new(ListKind.Passengers, ListFunction.Change),
        "CLNB" => new(ListKind.Passengers, ListFunction.Removal),
        "XF" or "XN" => new(ListKind.Passengers, ListFunction.FlightCancelled),
        _ => null,
    };
}

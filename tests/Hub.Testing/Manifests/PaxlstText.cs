using System.Globalization;
using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Persons;

namespace Hub.Testing.Manifests;

/// <summary>Writes passenger lists as airlines do, for tests and benchmarks. The text is to be sent as UTF-8.</summary>
public static class PaxlstText
{
    private const string Reference = "26112208";

    public static string Write(PaxlstManifest manifest, PaxlstStyle? style = null) => Write([manifest], style);

    /// <summary>One interchange with a message for each manifest.</summary>
    public static string Write(IReadOnlyList<PaxlstManifest> manifests, PaxlstStyle? style = null)
    {
        style ??= new PaxlstStyle();
        var text = new SegmentText(style);
        text.Add("UNB", ["UNOY", "4"], ["AIRLINE"], ["HUB"], ["261122", "0800"], [Reference]);
        if (style.Grouped)
        {
            text.Add("UNG", ["PAXLST"], ["AIRLINE"], ["HUB"], ["261122", "0800"], [Reference], ["UN"], ["D", "02B"]);
        }

        for (var i = 0; i < manifests.Count; i++)
        {
            Message(text, manifests[i], Reference + Text(i + 1));
        }

        if (style.Grouped)
        {
            text.Add("UNE", [Text(manifests.Count)], [Reference]);
        }

        text.Add("UNZ", [Text(style.Grouped ? 1 : manifests.Count)], [Reference]);
        return text.ToString();
    }

    private static void Message(SegmentText text, PaxlstManifest manifest, string reference)
    {
        var before = text.Segments;
        var crew = manifest.Kind == ListKind.Crew;
        text.Add("UNH", [reference], ["PAXLST", "D", "02B", "UN", "IATA"]);
        text.Add("BGM", [crew ? "250" : "745"], [manifest.Function]);
        text.Add("NAD", ["MS"], [], [], ["AIRLINE DESK"]);
        text.Add("TDT", ["20"], [manifest.Flight.Designator]);
        var legs = manifest.Flight.Legs;
        for (var i = 0; i < legs.Length; i++)
        {
            Call(text, i == 0 ? "125" : "92", legs[i].From, "189", legs[i].Departs);
            Call(text, i == 0 ? "87" : "92", legs[i].To, "232", legs[i].Arrives);
        }

        foreach (var person in manifest.People)
        {
            Person(text, person, crew);
        }

        text.Add("CNT", [crew ? "41" : "42", Text(manifest.People.Count)]);
        text.Add("UNT", [Text(text.Segments - before + 1)], [reference]);
    }

    private static void Call(SegmentText text, string qualifier, string airport, string time, FlightTime? at)
    {
        text.Add("LOC", [qualifier], [airport]);
        if (at is not null)
        {
            var isDay = at.Earliest.DateTime != at.Latest.DateTime;
            text.Add("DTM", isDay
                ? [time, at.Day.ToString("yyMMdd", CultureInfo.InvariantCulture), "101"]
                : [time, at.Earliest.ToString("yyMMddHHmm", CultureInfo.InvariantCulture), "201"]);
        }
    }

    private static void Person(SegmentText text, PaxlstPerson listed, bool crew)
    {
        var person = listed.Person;
        text.Add("NAD", [crew ? "FM" : "FL"], [], [], [person.Name.Surname, .. person.Name.Given]);
        text.Add("ATT", ["2"], [], [person.Sex switch { Sex.Female => "F", Sex.Male => "M", Sex.Other => "X", _ => "U" }]);
        text.AddIf(person.Born, "DTM", born => ["329", $"{born.Year:D4}{born.Month ?? 0:D2}{born.Day ?? 0:D2}", "102"]);
        text.AddIf(listed.Boards, "LOC", airport => ["178"], airport => [airport]);
        text.AddIf(listed.Leaves, "LOC", airport => ["179"], airport => [airport]);
        text.AddIf(person.PlaceOfBirth, "LOC", place => ["180"], place => ["", "", "", place]);
        text.AddIf(person.Nationality, "NAT", country => ["2"], country => [country]);
        text.AddIf(listed.Booking, "RFF", booking => ["AVF", booking]);
        foreach (var document in person.Documents)
        {
            text.Add("DOC", [document.Type, "110", "111"], [document.Number]);
            text.AddIf(document.Expiry, "DTM", expiry => ["36", expiry.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
            text.AddIf(document.IssuingState, "LOC", state => ["91"], state => [state]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

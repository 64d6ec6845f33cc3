using System.Globalization;
using Hub.Border.Flights;
using Hub.Border.Manifests;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;
using Hub.Testing.Manifests;

namespace Hub.Testing.Border;

/// <summary>Flights between London and Bangkok, and who is on them, for tests to change what matters.</summary>
public static class Flown
{
    /// <summary>A registered offender who lives in Camden, subject to notification for good.</summary>
    public static Nominal Offender(string id = "N-1", string surname = "Featherstonehaugh") => new()
    {
        Id = id,
        Names = [new PersonName { Surname = surname, Given = ["Jolyon", "Peregrine"] }],
        Born = BirthDate.Parse("1971-05-19"),
        Sex = Sex.Male,
        Nationality = "GBR",
        Documents = [new TravelDocument("P", $"5{Math.Abs(surname.Length * 7919) % 100_000_000:D8}", "GBR")],
        Registers = ["visor"],
        Addresses = [new Address { Lines = ["1 Inverness Street"], Borough = "Camden" }],
        NotificationPeriods = [new Hub.Border.Travel.NotificationPeriod(new DateOnly(2010, 1, 1), null)],
        Updated = A.Moment,
    };

    /// <summary>Everything the register says of them.</summary>
    public static PaxlstPerson Person(Nominal nominal, string? booking = null) => new(new PersonDetails
    {
        Names = nominal.Names[..1],
        Born = nominal.Born,
        Sex = nominal.Sex,
        Nationality = nominal.Nationality,
        Documents = nominal.Documents,
    })
    { Booking = booking };

    /// <summary>The same name and birth date alone, so that somebody must look.</summary>
    public static PaxlstPerson Alike(Nominal nominal) => new(new PersonDetails
    {
        Names = [nominal.Names[0] with { Given = nominal.Names[0].Given[..1] }],
        Born = BirthDate.Parse($"{nominal.Born!.Value.Year}"),
    });

    /// <summary>Somebody on no register.</summary>
    public static PaxlstPerson Stranger(int number = 0, string? born = "1988-02-03", string? booking = null) => new(new PersonDetails
    {
        Names = [new PersonName { Surname = $"Zwetschke{(char)('a' + (number % 26))}", Given = ["Ottilie"] }],
        Born = born is null ? null : BirthDate.Parse(born),
        Sex = Sex.Female,
    })
    { Booking = booking };

    /// <summary>BA9 from Heathrow to Bangkok on 1 December 2026.</summary>
    public static PaxlstManifest Out(params PaxlstPerson[] people) => new(Flight("BA9", "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"), people);

    /// <summary>BA10 back on 15 December 2026.</summary>
    public static PaxlstManifest Back(params PaxlstPerson[] people) => new(Flight("BA10", "BKK 2026-12-15 23:45", "LHR 2026-12-16 06:15"), people);

    /// <param name="designator">Two letters and a number.</param>
    /// <param name="calls">Airport and local time of each call, in order.</param>
    public static Flight Flight(string designator, params string[] calls) => new()
    {
        Carrier = designator[..2],
        Number = designator[2..],
        Legs = [.. calls.Zip(calls.Skip(1), (from, to) => new FlightLeg(from[..3], to[..3], Time(from), Time(to)))],
    };

    /// <summary>Such as <c>LHR 2026-12-01 21:30</c>, or the day alone.</summary>
    public static FlightTime Time(string call)
    {
        var airport = AirportDirectory.Default.TryFind(call[..3], out var found) ? found : throw new ArgumentException("No such airport.", nameof(call));
        return call.Length > 15
            ? FlightTime.At(airport, DateTime.ParseExact(call[4..], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : FlightTime.On(airport, DateOnly.ParseExact(call[4..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public static PaxlstManifest Crew(this PaxlstManifest manifest) => manifest with { Kind = ListKind.Crew };

    public static PaxlstManifest As(this PaxlstManifest manifest, string function) => manifest with { Function = function };
}

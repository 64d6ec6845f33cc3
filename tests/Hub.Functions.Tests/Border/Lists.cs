using System.Text;
using Hub.Border.Flights;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>Passenger lists of two flights on a monitored route: BA9 to Bangkok on the evening of the tests' first day, and BA10 back a fortnight later.</summary>
public static class Lists
{
    public static readonly DateTime Leaves = new(2026, 11, 22, 21, 30, 0);

    /// <summary>When BA10 lands at Heathrow.</summary>
    public static readonly DateTimeOffset Lands = new(2026, 12, 6, 6, 15, 0, TimeSpan.Zero);

    public static Flight Outbound { get; } = Flight("9", "LHR", "BKK", Leaves, Leaves.AddHours(18).AddMinutes(15));

    public static Flight Inbound { get; } = Flight("10", "BKK", "LHR", new DateTime(2026, 12, 6, 0, 10, 0), Lands.DateTime);

    public static PaxlstManifest Out(params PaxlstPerson[] people) => new(Outbound, people);

    public static PaxlstManifest Out(params Nominal[] nominals) => Out([.. nominals.Select(n => Traveller(n))]);

    public static PaxlstManifest Back(params Nominal[] nominals) => new(Inbound, [.. nominals.Select(n => Traveller(n))]);

    /// <summary>A nominal as the airline lists them.</summary>
    public static PaxlstPerson Traveller(Nominal nominal, string? booking = null) => new(new PersonDetails
    {
        Names = [nominal.Names[0]],
        Born = nominal.Born,
        Sex = nominal.Sex,
        Nationality = nominal.Nationality,
        Documents = [.. nominal.Documents.Select(d => d with { Expiry = new DateOnly(2031, 1, 31) })],
    })
    { Booking = booking };

    /// <summary>Somebody whom nobody knows.</summary>
    public static PaxlstPerson Stranger(string surname, string given, string born, string? document = null, string? booking = null) => new(new PersonDetails
    {
        Names = [new PersonName { Surname = surname, Given = [given] }],
        Born = BirthDate.Parse(born),
        Sex = Sex.Female,
        Nationality = "GBR",
        Documents = document is null ? [] : [new TravelDocument("P", document, "GBR", new DateOnly(2030, 5, 31))],
    })
    { Booking = booking };

    public static Flight Flight(string number, string from, string to, DateTime departs, DateTime arrives) => new()
    {
        Carrier = "BA",
        Number = number,
        Legs = [new FlightLeg(from, to, FlightTime.At(Airport(from), departs), FlightTime.At(Airport(to), arrives))],
    };

    public static StringContent Edifact(params PaxlstManifest[] manifests) => Edifact(PaxlstText.Write(manifests));

    public static StringContent Edifact(string text) => new(text, Encoding.UTF8, "application/edifact");

    private static Airport Airport(string code) =>
        AirportDirectory.Default.TryFind(code, out var airport) ? airport : throw new ArgumentException("No such airport.", nameof(code));
}

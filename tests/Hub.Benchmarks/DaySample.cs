using System.Globalization;
using System.Text;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;
using Hub.Testing.Manifests;
using Hub.Testing.People;

namespace Hub.Benchmarks;

/// <summary>A day at Heathrow, made up: a register of watched people, and flights on monitored routes that some of them are on.</summary>
internal sealed class DaySample(int nominals)
{
    private const int KnownEvery = 1_000;
    private static readonly string[] Places = ["BKK", "HKT", "MNL", "SGN", "HAN", "KTI"];
    private readonly PeopleGenerator people = new(2026, ReportOptions.Passenger);
    private readonly List<Nominal> register = [];

    public IReadOnlyList<Nominal> Register()
    {
        register.Clear();
        register.AddRange(people.Register(nominals).Select((n, i) => n with
        {
            Registers = ["visor"],
            NotificationPeriods = [new NotificationPeriod(new DateOnly(2015, 1, 1), null)],
            TravelNotified = i % 3 == 0 ? [new TravelNotification { Id = "T-1", NotifiedAt = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero), Departs = new DateOnly(2026, 11, 23), Country = "THA" }] : [],
        }));
        return register;
    }

    /// <summary>One flight's list, in UN/EDIFACT and CSV by turns: its bytes, and how many of the register are on it.</summary>
    public (byte[] Body, string ContentType, int Known) Manifest(int number, int travellers)
    {
        var manifest = Paxlst(number, travellers);
        var known = Enumerable.Range(0, travellers).Count(i => IsKnown((number * travellers) + i));
        return number % 2 == 0
            ? (Encoding.UTF8.GetBytes(PaxlstText.Write(manifest)), "application/edifact", known)
            : (Csv(manifest), "text/csv", known);
    }

    /// <summary>One flight and who is on it.</summary>
    public PaxlstManifest Paxlst(int number, int travellers) =>
        new(Flight(number), [.. Enumerable.Range(0, travellers).Select(i => Person((number * travellers) + i))]);

    private static bool IsKnown(int traveller) => traveller % KnownEvery == KnownEvery / 2;

    private PaxlstPerson Person(int traveller) => new(IsKnown(traveller)
        ? people.Report(register[traveller / KnownEvery * 7919 % register.Count], errors: traveller / KnownEvery % 2)
        : people.Stranger(traveller))
    {
        Booking = $"B{traveller / 3:D5}",
    };

    private static Flight Flight(int number)
    {
        AirportDirectory.Default.TryFind("LHR", out var from);
        AirportDirectory.Default.TryFind(Places[number % Places.Length], out var to);
        var leaves = new DateTime(2026, 11, 23, 0, 0, 0).AddMinutes(number);
        return new Flight
        {
            Carrier = "BA",
            Number = (number + 1).ToString(CultureInfo.InvariantCulture),
            Legs = [new FlightLeg(from!.Code, to!.Code, FlightTime.At(from, leaves), FlightTime.At(to, leaves.AddHours(18)))],
        };
    }

    private static byte[] Csv(PaxlstManifest manifest)
    {
        var flight = manifest.Flight;
        var leg = flight.Legs[0];
        var text = new StringBuilder("Flight,From,To,Departs,Arrives,Surname,Given names,Date of birth,Sex,Nationality,Passport,Issuing state,PNR\r\n");
        foreach (var (person, booking) in manifest.People.Select(p => (p.Person, p.Booking)))
        {
            var passport = person.Documents.FirstOrDefault();
            text.AppendJoin(',',
                flight.Designator, leg.From, leg.To, $"{leg.Departs!.Earliest:yyyy-MM-dd'T'HH:mm}", $"{leg.Arrives!.Earliest:yyyy-MM-dd'T'HH:mm}",
                Quoted(person.Name.Surname), Quoted(string.Join(' ', person.Name.Given)), person.Born, person.Sex == Sex.Unknown ? "" : person.Sex,
                person.Nationality, passport?.Number, passport?.IssuingState, booking).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

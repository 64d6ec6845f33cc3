using System.Globalization;
using System.Text;
using Hub.Border.Travel;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Functions.Demo;

/// <summary>
/// Watched people and one carrier's file, made up for the demonstration: its flight leaves tomorrow evening, whenever it is
/// run. Some of its rows cannot be read, and one flight in it is on no monitored route.
/// </summary>
internal sealed class DemoBorder(DateTimeOffset now)
{
    private readonly DateOnly leaves = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);

    public IReadOnlyList<Nominal> Register =>
    [
        Watched("V-2001", "Thornbury", "Alan", "1971-03-04", "Camden"),
        Watched("V-2002", "Whitlock", "Desmond", "1964-11-19", "Ealing") with
        {
            TravelNotified = [new TravelNotification { Id = "T-1", NotifiedAt = now.AddDays(-12), Departs = leaves, Country = "THA", PointOfArrival = "BKK", Returns = leaves.AddDays(14) }],
        },
        Watched("V-2003", "Penhaligon", "Roger", "1958-07-30", "Lewisham") with
        {
            TravelNotified = [new TravelNotification { Id = "T-2", NotifiedAt = now.AddDays(-2), Departs = leaves, Country = "THA", PointOfArrival = "BKK", Returns = leaves.AddDays(7) }],
        },
        Watched("V-2004", "Castellane", "Victor", "1980-01-15", "Brent"),
        Watched("V-2005", "Rothermere", "Giles", "1969-08-21", "Camden"),
    ];

    /// <summary>The manifest as a carrier's system writes it.</summary>
    public byte[] Manifest
    {
        get
        {
            var text = new StringBuilder("Flight,From,To,Departure date,Departure time,Arrival date,Arrival time,Surname,Given names,Date of birth,Sex,Nationality,PNR,Return date,Return flight\r\n");
            Add("THORNBURY", "ALAN", "1971-03-04", "QX4T7P", leaves.AddDays(10), "BA10");
            Add("MOSS", "LILY", leaves.AddYears(-11).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "QX4T7P", null, null);
            Add("WHITLOCK", "DESMOND", "1964-11-19", "M2K9RW", leaves.AddDays(14), "BA10");
            Add("PENHALIGON", "ROGER", "1958-07-30", "P8V3CD", leaves.AddDays(7), "BA10");
            Add("CASTELLANE", "VIKTOR", "1980-01-16", "L5N2HB", null, null);
            Add("ROTHERMERE", "GILES", "1969", "R4D8TF", leaves.AddDays(5), "BA10");
            Add("FEATHERSTONEHAUGH", "XANTHE", "1992-05-02", "Z7J1YK", null, null);
            Add("ODUYA", "GRACE", "1988-09-23", "Z7J1YK", null, null);
            Add("BRACEGIRDLE", "AGNES", "19-05-11", "H2S6VN", null, null);
            Add("", "", "1977-02-14", "H2S6VN", null, null);
            Add("TREMAYNE", "PAUL", "1990-02-30", "W1C3XB", null, null);
            foreach (var (surname, given) in DemoNames.Surnames.Zip(DemoNames.Given).Take(30))
            {
                Add(surname.ToUpperInvariant(), $"{given.ToUpperInvariant()} ROSE", "1986-09-09", "G5G5GG", null, null);
            }

            // A flight in the same file that nobody may be screened on.
            foreach (var (surname, given) in DemoNames.Surnames.Zip(DemoNames.Given.Reverse()).Take(12))
            {
                text.Append(CultureInfo.InvariantCulture, $"BA334,LHR,CDG,{leaves:yyyy-MM-dd},08:10,{leaves:yyyy-MM-dd},10:35,{surname.ToUpperInvariant()},{given.ToUpperInvariant()},1979-04-04,,GBR,N7N7NN,,\r\n");
            }

            return Encoding.UTF8.GetBytes(text.ToString());

            void Add(string surname, string given, string born, string booking, DateOnly? returns, string? flight) => text.Append(
                CultureInfo.InvariantCulture,
                $"BA9,LHR,BKK,{leaves:yyyy-MM-dd},21:30,{leaves.AddDays(1):yyyy-MM-dd},15:45,{surname},{given},{born},,GBR,{booking},{returns:yyyy-MM-dd},{flight}\r\n");
        }
    }

    private Nominal Watched(string id, string surname, string given, string born, string borough) => new()
    {
        Id = id,
        Names = [new PersonName { Surname = surname, Given = [given] }],
        Born = BirthDate.Parse(born),
        Addresses = [new Address { Lines = ["1 High Street"], Borough = borough }],
        Registers = ["visor"],
        NotificationPeriods = [new NotificationPeriod(new DateOnly(2019, 3, 3), null)],
        Updated = now.AddDays(-30),
    };
}

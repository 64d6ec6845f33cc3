using System.Globalization;
using Hub.Border.Travel;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Functions.Demo;

/// <summary>A few hundred invented people on the register, the same at every demonstration but for their ages, which are counted back from today.</summary>
internal sealed class DemoCrowd(DateTimeOffset now)
{
    public const int Children = 240;
    public const int Watched = 80;
    private const int InCare = 17;

    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    public IReadOnlyList<Nominal> Register => [.. Enumerable.Range(0, Children).Select(Child), .. Enumerable.Range(0, Watched).Select(Offender)];

    /// <summary>Children of a borough, by its place in <see cref="DemoNames.Boroughs"/>.</summary>
    public IEnumerable<Nominal> Of(int borough) => Enumerable.Range(0, Children).Where(i => i % DemoNames.Boroughs.Length == borough).Select(Child);

    private Nominal Child(int i) => Person($"N-{2000 + i}", i, 11 + (i * 5 % 6), i * 37 % 330) with
    {
        Registers = ["yot"],
        Markers = i % InCare == 0 ? [Marker.CarePlan] : [],
        Sex = Sex.Unknown,
    };

    private Nominal Offender(int i) => Person($"V-{4000 + i}", Children + i, 25 + (i * 7 % 45), i * 41 % 330) with
    {
        Registers = ["visor"],
        NotificationPeriods = [new NotificationPeriod(today.AddYears(-1 - (i % 9)), i % 3 == 0 ? null : today.AddYears(1 + (i % 4)))],
        Mappa = new Mappa(1, 1 + (i % 3)),
    };

    private Nominal Person(string id, int i, int age, int daysBeforeBirthday)
    {
        var (borough, district, _) = DemoNames.Boroughs[i % DemoNames.Boroughs.Length];
        return new Nominal
        {
            Id = id,
            Names = [new PersonName { Surname = DemoNames.Surnames[i * 7 % DemoNames.Surnames.Length], Given = [DemoNames.Given[((i * 11) + (i / DemoNames.Surnames.Length)) % DemoNames.Given.Length]] }],
            Born = BirthDate.Parse(today.AddYears(-age).AddDays(-10 - daysBeforeBirthday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Addresses = [new Address { Lines = [$"{1 + (i * 13 % 90)} {DemoNames.Streets[i % DemoNames.Streets.Length]}"], Postcode = $"{district} {1 + (i % 9)}{(char)('A' + (i % 2))}{(char)('A' + (i / 2 % 2))}", Borough = borough }],
            Updated = now.AddDays(-30 - (i % 200)),
        };
    }
}

using Hub.Nominals;
using Hub.Persons;

namespace Hub.Functions.Demo;

/// <summary>
/// A small register and a morning's arrests, made up for the demonstration. Ages and times are counted back from now,
/// so that the demonstration looks the same on any day.
/// </summary>
internal sealed class DemoData(DateTimeOffset now)
{
    public IReadOnlyList<Nominal> Register =>
    [
        Known("N-1001", "Okafor", "Chidi", 15, "Lambeth", "SW9 8LA", pnc: "2024/0184403C"),
        Known("N-1002", "Marsh", "Ellie", 14, "Camden", "NW5 2HS", markers: Marker.Missing),
        Known("N-1003", "Begum", "Ayesha", 16, "Tower Hamlets", "E1 5QJ", markers: Marker.CarePlan),
        Known("N-1004", "Novak", "Tomáš", 13, "Ealing", "W5 2BS"),
        Known("N-1005", "O'Brien", "Sean", 17, "Brent", "NW10 4UX"),
        Known("N-1006", "Clarke", "Jade", 15, "Croydon", "CR0 1NX"),
        Known("N-1007", "Clarke", "Jasmine", 15, "Croydon", "CR0 1NX"),
        Known("N-1008", "Silva", "Mateus", 16, "Lambeth", "SW8 1XF"),
    ];

    /// <summary>Arrest notices in custody's shape.</summary>
    public IReadOnlyList<object> Arrests =>
    [
        Arrest(1, "Lambeth", hoursAgo: 2, Child("Okafor", "Chidi", 15, "Lambeth", "SW9 8LA", pnc: "2024/0184403C"), "Theft from shop"),
        Arrest(2, "Islington", hoursAgo: 5, Child("Marsh", "Ellie", 14, "Camden", "NW5 2HS"), "Theft from shop"),
        Arrest(3, "Newham", hoursAgo: 1, Child("Begum", "Ayesha", 16, "Tower Hamlets", "E1 5QJ"), "Affray"),
        Arrest(4, "Ealing", hoursAgo: 3, Child("Novák", "Tomas", 13, "Ealing", "W5 2BS"), "Criminal damage"),
        Arrest(5, "Croydon", hoursAgo: 4, Child("Clarke", "Jodie", 15, "Croydon", "CR0 1NX"), "Common assault"),
        Arrest(6, "Westminster", hoursAgo: 6, Homeless("Hughes", "Kai", 16), "Possess knife blade in public place"),
        Arrest(7, "Hackney", hoursAgo: 2, Child("Price", "Leo", 12, "Brighton and Hove", "BN1 1AA"), "Theft from shop"),
        Arrest(8, "Southwark", hoursAgo: 1, Child("Adeyemi", "Tola", 8, "Southwark", "SE15 5EX"), "Criminal damage"),
        Arrest(9, "Barnet", hoursAgo: 30, Child("Rossi", "Gia", 15, "Barnet", "N12 8JA"), "Affray"),
        Arrest(10, "Brent", hoursAgo: 2, Child("O'Brien", "Shaun", 17, "Brent", "NW10 4UX"), "Drunk and disorderly"),
        Arrest(11, "Merton", hoursAgo: 3, Child("Walker", "Dean", 19, "Merton", "SW19 2QU"), "Affray"),
        Arrest(12, "Merton", hoursAgo: -5, Child("Hall", "Amy", 15, "Merton", "SW19 2QU"), "Affray"),
    ];

    private Nominal Known(string id, string surname, string given, int age, string borough, string postcode, string? pnc = null, params string[] markers) => new()
    {
        Id = id,
        Names = [new PersonName { Surname = surname, Given = [given] }],
        Born = BirthDate.Parse(Born(age, BirthdayOf(surname))),
        Addresses = [new Address { Postcode = postcode, Borough = borough }],
        PncId = pnc,
        Registers = ["yot"],
        Markers = [.. markers],
        Updated = now.AddDays(-30),
    };

    private object Arrest(int number, string borough, double hoursAgo, object subject, string offence) => new
    {
        reference = $"DEMO/{now:yyyyMMdd}/{number:D3}",
        custodyRecord = $"01DM/{number:D5}/{now:yy}",
        station = $"{borough} custody",
        arrestBorough = borough,
        arrestedAt = now.AddHours(-hoursAgo),
        subject,
        offences = new[] { new { description = offence } },
        disposal = "released under investigation",
        riskFlags = Array.Empty<string>(),
    };

    private object Child(string surname, string given, int age, string borough, string postcode, string? pnc = null) => new
    {
        surname,
        given = new[] { given },
        born = Born(age, BirthdayOf(surname)),
        addresses = new[] { new { lines = new[] { "1 High Street" }, postcode, borough } },
        pncId = pnc,
    };

    private object Homeless(string surname, string given, int age) =>
        new { surname, given = new[] { given }, born = Born(age, BirthdayOf(surname)), noFixedAbode = true };

    // The same surname has the same birthday, on the register and in the notices, so that they can agree.
    private static int BirthdayOf(string surname) => 30 + (Matching.NameText.Normalise(surname).Sum(c => c) % 300);

    private string Born(int age, int daysBeforeBirthday) =>
        DateOnly.FromDateTime(now.UtcDateTime).AddYears(-age).AddDays(-daysBeforeBirthday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

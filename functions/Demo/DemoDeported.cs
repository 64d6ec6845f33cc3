using System.Globalization;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Functions.Demo;

/// <summary>Offenders on their way back, made up for the demonstration: one known, whom two senders tell of, and two unknown.</summary>
internal sealed class DemoDeported(DateTimeOffset now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    public IReadOnlyList<Nominal> Register =>
    [
        new()
        {
            Id = "V-3001",
            Names = [new PersonName { Surname = "Marchmont", Given = ["Colin"] }],
            Born = BirthDate.Parse("1968-05-17"),
            Addresses = [new Address { Lines = ["7 Mornington Row"], Borough = "Camden" }],
            Registers = ["visor"],
            Updated = now.AddDays(-400),
        },
    ];

    /// <summary>Alerts as Interpol and Prisoners Abroad send them.</summary>
    public IReadOnlyList<(object Alert, bool ByInterpol)> Alerts =>
    [
        (new
        {
            reference = "DEMO/INT/1", source = "interpol", authority = "NCB Bangkok", alertedAt = now.AddHours(-6),
            subject = new { surname = "Marchmont", given = new[] { "Colin" }, born = "1968-05-17" },
            convictions = new[] { new { offence = "Sexual assault of a child", country = "Thailand", date = "2019-02", sentence = "7 years", sexual = true, violent = false } },
            deportingState = "Thailand", arrival = new { flight = "BA10", port = "LHR", lands = Lands(9, "06:15") },
            intendedAddress = new { lines = new[] { "7 Mornington Row" }, postcode = "NW1 7RG", borough = "Camden" },
            risk = new { level = "high", information = "No treatment in prison." },
        }, true),
        (new
        {
            reference = "DEMO/PA/1", source = "prisonersAbroad", alertedAt = now.AddHours(-2),
            subject = new { surname = "Marchmont", given = new[] { "Collin" }, born = "1968-05-17" },
            arrival = new { flight = "BA10", port = "Heathrow", lands = Lands(9, "07:40") },
        }, false),
        (new
        {
            reference = "DEMO/INT/2", source = "interpol", authority = "NCB Madrid", alertedAt = now.AddHours(-3),
            subject = new { surname = "Pellowe", given = new[] { "Gareth" }, born = "1981-10-02" },
            convictions = new[] { new { offence = "Rape", country = "Spain", date = "2014-06-11", sentence = "12 years", sexual = true, violent = true } },
            deportingState = "Spain", arrival = new { flight = "EZY8602", port = "Gatwick", lands = Lands(1, "13:05") },
            noFixedAbode = true, risk = new { level = "veryHigh", information = "Threatened staff." },
        }, true),
        (new
        {
            reference = "DEMO/PA/2", source = "prisonersAbroad", alertedAt = now.AddHours(-1),
            subject = new { surname = "Quillfeather", given = new[] { "Ross" }, born = "1975" },
            convictions = new[] { new { offence = "Robbery", country = "Australia", sexual = false, violent = true } },
            deportingState = "Australia",
        }, false),
    ];

    private string Lands(int days, string at) => $"{today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{at}";
}

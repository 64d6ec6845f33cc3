using Hub.Border.Travel;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Functions.Tests.Border;

/// <summary>Nominals whose travel is watched.</summary>
public static class Offenders
{
    /// <summary>Lives in Camden, and has to notify travel since March 2019.</summary>
    public static Nominal Thornbury { get; } = A.Nominal("V-70411") with
    {
        Names = [new PersonName { Surname = "Thornbury", Given = ["Alaric", "Peverell"] }],
        Born = BirthDate.Parse("1971-03-04"),
        Sex = Sex.Male,
        Nationality = "GBR",
        Documents = [new TravelDocument("P", "533401372", "GBR", null)],
        Addresses = [new Address { Lines = ["1 Example Mews"], Borough = "Camden" }],
        Registers = ["visor"],
        NotificationPeriods = [new NotificationPeriod(new DateOnly(2019, 3, 3), null)],
        Mappa = new Mappa(1, 2),
        Rm2000 = Rm2000.High,
    };

    /// <summary>Lives in Hackney.</summary>
    public static Nominal Hollowbread { get; } = Thornbury with
    {
        Id = "V-81522",
        Names = [new PersonName { Surname = "Hollowbread", Given = ["Merrick"] }],
        Born = BirthDate.Parse("1965-10-28"),
        Documents = [new TravelDocument("P", "518843026", "GBR", null)],
        Addresses = [new Address { Lines = ["2 Sample Row"], Borough = "Hackney" }],
    };

    /// <summary>What he must have notified for BA9 of 22 November to be in order, a fortnight before.</summary>
    public static TravelNotification Notified { get; } = new()
    {
        Id = "T-1",
        NotifiedAt = TestHub.Start.AddDays(-14),
        Departs = new DateOnly(2026, 11, 22),
        Country = "THA",
        PointOfArrival = "BKK",
        Returns = new DateOnly(2026, 12, 6),
        ReturnPoint = "LHR",
    };
}

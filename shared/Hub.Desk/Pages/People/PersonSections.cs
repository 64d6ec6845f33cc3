using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Desk.Words;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;
using Hub.Time;

namespace Hub.Desk.Pages.People;

/// <summary>All that the register holds of a person, in words, part by part; what is not known is left out but where somebody would look for it.</summary>
public static class PersonSections
{
    private const int MaxNotifications = 20;

    public static ImmutableArray<RecordSection> Of(Nominal nominal, DateOnly today) =>
    [
        .. new[]
        {
            Person(nominal, today), Management(nominal, today), Identifiers(nominal, today), Contact(nominal, today), Travel(nominal),
        }.Where(section => !section.Rows.IsEmpty),
    ];

    private static RecordSection Person(Nominal nominal, DateOnly today) => new("Who this is",
    [
        .. Row("Also known as", nominal.Names.Skip(1).Select(PersonWords.Name)),
        new RecordRow("Born", [nominal.Born is { } born ? PersonWords.BornWithAge(born, today) : "Not known"]),
        .. Row("Sex", PersonWords.Sex(nominal.Sex)),
        .. Row("Nationality", nominal.Nationality is { } nationality ? PersonWords.Country(nationality) : null),
        .. Row("Place of birth", nominal.PlaceOfBirth),
        .. Row("Occupation", nominal.Occupation),
    ]);

    private static RecordSection Management(Nominal nominal, DateOnly today) => new("Why they are known, and who manages them",
    [
        .. Row("Registers", nominal.Registers.Select(PersonWords.Register)),
        .. Row("Markers", nominal.Markers.Select(PersonWords.MarkerOf)),
        .. Row("MAPPA", nominal.Mappa is { } mappa ? PersonWords.MappaOf(mappa) : null),
        .. Row("Risk Matrix 2000", nominal.Rm2000 is { } risk ? PersonWords.Risk(risk) : null),
        .. Row("Managed by", ManagedBy(nominal.Responsible)),
        .. Row("Must notify the police", nominal.NotificationPeriods.Select(p => $"{PersonWords.Period(p.From, p.To)}{(p.To < today ? " (ended)" : p.From > today ? " (not yet)" : "")}")),
        .. Row("Court orders", nominal.Orders.Select(order => PersonWords.Order(order, today))),
    ]);

    private static RecordSection Identifiers(Nominal nominal, DateOnly today) => new("Numbers and documents",
    [
        .. Row("PNC ID", nominal.PncId),
        .. Row("CRO number", nominal.CroNumber),
        .. Row("ViSOR reference", nominal.VisorReference),
        .. Row("Documents", nominal.Documents.Select(document => PersonWords.Document(document, today))),
    ]);

    private static RecordSection Contact(Nominal nominal, DateOnly today)
    {
        var now = Address.On(nominal.Addresses, today);
        return new RecordSection("Where they live, and how they are reached",
        [
            new RecordRow("Lives at", [now is null ? "No current address known" : WithDates(now)]),
            .. Row("Other addresses", nominal.Addresses.Where(address => !ReferenceEquals(address, now)).Select(WithDates)),
            .. Row("Telephone", nominal.Phones),
            .. Row("E-mail", nominal.Emails),
        ]);
    }

    private static RecordSection Travel(Nominal nominal)
    {
        var newest = nominal.TravelNotified.OrderByDescending(t => t.Departs).ThenByDescending(t => t.NotifiedAt).Select(Journey).ToList();
        return new RecordSection("Travel they notified",
        [
            .. Row("Journeys", newest.Count > MaxNotifications ? [.. newest.Take(MaxNotifications), $"and {newest.Count - MaxNotifications} before these"] : newest),
        ]);
    }

    private static string Journey(TravelNotification travel) => string.Concat(
        $"Leaves {PersonWords.Day(travel.Departs)} for {string.Join(", ", travel.OtherCountries.Prepend(travel.Country).Select(PersonWords.Country))}",
        travel.PointOfArrival is { } arrives ? $" ({arrives})" : "",
        travel.Returns is { } returns ? $", back {PersonWords.Day(returns)}" : ", return not known",
        travel.ReturnPoint is { } point ? $" ({point})" : "",
        travel.Carrier is { } carrier ? $", with {carrier}" : "",
        $"; notified {LondonTime.Words(travel.NotifiedAt)}",
        travel.ShortNoticeReason is { } late ? $", short notice because: {late}" : "",
        travel.WithdrawnAt is { } withdrawn ? $"; withdrawn {LondonTime.Words(withdrawn)}" : "");

    private static string WithDates(Address address) => PersonWords.Lived(address) is { } when ? $"{PersonWords.Address(address)} ({when})" : PersonWords.Address(address);

    private static string? ManagedBy(Responsible? responsible) => responsible is null ? null : string.Join(", ", new[]
    {
        responsible.Officer,
        responsible.Borough is { } borough ? $"{(AuthorityDirectory.Default.TryGet(borough, out var authority) ? authority.Name : borough)} Jigsaw team" : null,
    }.OfType<string>());

    private static IEnumerable<RecordRow> Row(string label, string? value) => Row(label, value is null ? [] : [value]);

    private static IEnumerable<RecordRow> Row(string label, IEnumerable<string> values) => values.ToImmutableArray() is { IsEmpty: false } all ? [new RecordRow(label, all)] : [];
}

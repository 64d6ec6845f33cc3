using System.Collections.Immutable;
using System.Text.Json;
using Hub.Archive;
using Hub.Auditing;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Quarantine;

namespace Hub.Testing;

/// <summary>Things with everything they need, for tests to change what matters by <c>with</c>.</summary>
public static partial class A
{
    public static DateTimeOffset Moment { get; } = new(2025, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public static CaseFile Case(string reference = "REF-1") => new()
    {
        Id = CaseId.For("arrests", reference),
        Feed = "arrests",
        Reference = reference,
        Sender = "custody-system",
        Status = CaseStatus.Accepted,
        OccurredAt = Moment.AddHours(-1),
        ReceivedAt = Moment,
        ContentHash = new string('a', 64),
        Raw = ArchiveAddress.Of("{}"u8),
        Report = Json("""{"reference":"REF-1","person":{"surname":"Featherstonehaugh"}}"""),
    };

    public static Notice Notice(CaseFile about, string recipient = "yot:camden", DateTimeOffset? due = null) => new()
    {
        Id = NoticeId.For(about.Id, NoticeKind.Arrest, recipient),
        Case = about.Id,
        Kind = NoticeKind.Arrest,
        Recipient = recipient,
        State = NoticeState.Raised,
        Title = "A child was arrested",
        Reason = "Lives in Camden.",
        Content = Json("""{"age":14}"""),
        Due = due,
        RaisedAt = Moment,
    };

    public static OutgoingEvent Event(CaseFile about, string id = "event-1") => new()
    {
        Id = id,
        Case = about.Id,
        Topic = "letters",
        Type = "test.happened.v1",
        Time = Moment,
        Data = Json("""{"case":"here"}"""),
    };

    public static AuditEntry AuditEntry(AuditHead after, string action = "report.accepted") =>
        AuditChain.Next(after, Moment, Actor.Hub, action, "Taken in.", [KeyValuePair.Create("feed", "arrests")]);

    public static QuarantineItem QuarantineItem(string id = "assess:message-1") => new()
    {
        Id = id,
        Topic = "letters",
        Subscription = "everything",
        MessageId = "message-1",
        Body = "{}",
        Code = "unknown-event-type",
        Reason = "No handler knows this type.",
        At = Moment,
    };

    public static Message Message(string id = "message-1", params (string Name, string Value)[] properties) => new()
    {
        Id = id,
        Body = $$"""{"specversion":"1.0","id":"{{id}}"}""",
        Properties = properties.ToImmutableSortedDictionary(p => p.Name, p => p.Value),
    };

    public static Nominal Nominal(string id) => new()
    {
        Id = id,
        Names = [new PersonName { Surname = "Featherstonehaugh", Given = ["Jon", "Zoë"] }],
        Born = BirthDate.Parse("2011-05-19"),
        Updated = Moment,
    };

    /// <summary>A registered sex offender who notified travel.</summary>
    public static Nominal ManagedNominal(string id) => Nominal(id) with
    {
        NotificationPeriods = [new(new DateOnly(2015, 3, 1), new DateOnly(2020, 2, 29)), new(new DateOnly(2021, 1, 1), null)],
        TravelNotified =
        [
            new TravelNotification
            {
                Id = "TN-1",
                NotifiedAt = Moment.AddDays(-20),
                Departs = new DateOnly(2025, 3, 14),
                Country = "THA",
                PointOfArrival = "BKK",
                OtherCountries = ["VNM", "KHM"],
                Carrier = "EVA Air",
                Returns = new DateOnly(2025, 3, 28),
                ReturnPoint = "LHR",
                ShortNoticeReason = "Tickets were given as a present.\nSeen.",
                WithdrawnAt = Moment,
            },
        ],
        Mappa = new Mappa(1, 2),
        Rm2000 = Rm2000.VeryHigh,
    };

    public static AccessEntry AccessEntry(string subject = "nominal:7") => new()
    {
        At = Moment,
        By = new Actor("officer-7", "searcher"),
        Action = "nominal.read",
        Allowed = true,
        Subject = subject,
        Reason = "Welfare check.",
    };

    public static System.Text.Json.Nodes.JsonNode JsonNode(string text) => System.Text.Json.Nodes.JsonNode.Parse(text)!;

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}

using System.Globalization;
using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Identity;
using Hub.Json;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Places;
using Hub.Testing;
using Hub.Testing.Border;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Cases of deported offenders in memory on one clock, with every message delivered at its time. It is Sunday 1 November 2026, 9am.</summary>
internal sealed class CaseWorld
{
    public const string InNineDays = "2026-11-10T06:15";
    public static readonly DateTimeOffset Start = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly Actor Officer = new("jigsaw-7", "jigsawOfficer");
    public static readonly Actor Senior = new("dci-2", "supervisor");

    private readonly Delivery delivery;
    private readonly NoticeClock noticeClock;
    private readonly MoveReading reading;
    private int alerts;

    public CaseWorld(DateTimeOffset? start = null)
    {
        Time = new ManualTime(start ?? Start);
        Store = new MemoryCaseStore(Time);
        var editor = new CaseEditor(Store, Time);
        var facts = new CaseFactsReading(AuthorityDirectory.Default, PostcodeBoroughs.Default, PortDirectory.Default);
        var records = new Records(Store, editor, Time);
        Cases = new DeportedOffenderCases(records, new PersonCases(Store, records, Register), facts, new CaseFollowing(facts), Time);
        delivery = new Delivery(editor);
        noticeClock = new NoticeClock(editor);
        Acknowledging = new Acknowledgement(editor);
        reading = new MoveReading(PortDirectory.Default, AirportDirectory.Default, Time);
    }

    public ManualTime Time { get; }

    public MemoryCaseStore Store { get; }

    public MemoryRegister Register { get; } = new();

    public DeportedOffenderCases Cases { get; }

    public Acknowledgement Acknowledging { get; }

    public Nominal Nominal { get; } = A.Nominal("N-1");

    /// <summary>The first case of the nominal.</summary>
    public CaseId Id { get; } = DeportedOffenderCase.IdOf("N-1", 1);

    public CaseFile File => Store[Id];

    public DeportedOffenderCase State => Records.StateOf<DeportedOffenderCase>(File);

    public CaseFacts Facts => Cases.Facts(State);

    /// <summary>Notices not withdrawn, as <c>kind recipient</c>, in alphabetical order.</summary>
    public string[] Standing => [.. Notices.Select(n => $"{n.Kind} {n.Recipient}").Order(StringComparer.Ordinal)];

    public IEnumerable<Notice> Notices => File.Notices.Where(n => n.State != NoticeState.Withdrawn && n.Kind is not (NoticeKind.NoticeWithdrawn or NoticeKind.DeadlineNear or NoticeKind.DeadlineBreached));

    public IEnumerable<Notice> Of(string kind) => Notices.Where(n => n.Kind == kind);

    /// <summary>An offender who lands at Heathrow in nine days and goes to Camden.</summary>
    public JoinedAlert Alert(string? lands = InNineDays, string? port = "LHR", string? flight = "BA9", string sender = "interpol")
    {
        alerts++;
        var reference = string.Create(CultureInfo.InvariantCulture, $"ALERT-{alerts}");
        return new JoinedAlert(CaseId.For("deported-offenders", reference), sender, Time.GetUtcNow(), AlertStanding.Live, new DeportedOffenderAlert
        {
            Reference = reference,
            Source = sender == "interpol" ? AlertSource.Interpol : AlertSource.PrisonersAbroad,
            AlertedAt = Time.GetUtcNow(),
            Subject = new PersonDetails
            {
                Names = [new PersonName { Surname = "Featherstonehaugh", Given = ["Jolyon"] }],
                Born = BirthDate.Parse("1961-02-03"),
                Sex = Sex.Male,
                Nationality = "GBR",
                Documents = [new TravelDocument("P", "533380006", "GBR")],
            },
            Convictions = [new ForeignConviction("Rape", "FRA", BirthDate.Parse("2014-05"), "12 years", Sexual: true, Violent: true)],
            DeportingState = "FRA",
            Arrival = lands is null && port is null && flight is null ? null : new Arrival(flight, port, lands is null ? null : Lands(lands)),
            IntendedAddress = new Address { Lines = ["1 High Street"], Borough = "Camden" },
            RiskLevel = RiskLevel.High,
            RiskInformation = "Said he would find her.",
        });
    }

    public static FlightTime Lands(string text)
    {
        AirportDirectory.Default.TryFind("LHR", out var heathrow);
        return text.Length == 10
            ? FlightTime.On(heathrow!, DateOnly.Parse(text, CultureInfo.InvariantCulture))
            : FlightTime.At(heathrow!, DateTime.Parse(text, CultureInfo.InvariantCulture));
    }

    public async Task<CaseId> JoinAsync(JoinedAlert alert, Nominal? nominal = null)
    {
        var id = await Cases.JoinAsync(nominal ?? Nominal, alert, default);
        await SettleAsync();
        return id;
    }

    public async Task StandAsync(JoinedAlert alert, AlertStanding standing)
    {
        await Cases.StandAsync(Nominal.Id, alert.Report, standing, "Its sender says so.", default);
        await SettleAsync();
    }

    public Task<MoveOutcome> NoteAsync(string id = "note-1", Actor? by = null) =>
        Cases.NoteAsync(Id, new ResearchNote(id, "Nothing known here.", "Europol", by ?? Officer, Time.GetUtcNow()), default);

    /// <summary>The request that a body makes; every error of the body as an exception.</summary>
    public MoveRequest Request(string move, object? body = null, int? revision = null)
    {
        var (request, errors) = Read(move, body, revision);
        Assert.Empty(errors);
        return request;
    }

    public (MoveRequest Request, string[] Errors) Read(string move, object? body = null, int? revision = null)
    {
        var json = JsonSerializer.SerializeToNode(body ?? new { }, HubJson.Options)!.AsObject();
        json["revision"] ??= revision ?? State.Revision;
        json["rationale"] ??= "Because.";
        var fields = new JsonFields(A.Json(json.ToJsonString()));
        var request = reading.Read(move, fields);
        return (request, [.. fields.Errors.Select(e => $"{e.Path} {e.Code}")]);
    }

    public async Task<MoveOutcome> TryAsync(string move, object? body = null, Actor? by = null, int? revision = null)
    {
        var actor = by ?? Senior;
        Assert.True(RoleNames.TryParse(actor.Role, out var role));
        var outcome = await Cases.MoveAsync(Id, Request(move, body, revision), actor, role, default);
        await SettleAsync();
        return outcome;
    }

    public async Task MoveAsync(string move, object? body = null, Actor? by = null) => Assert.IsType<MoveOutcome.Made>(await TryAsync(move, body, by));

    public async Task<string[]> MissingAsync(string move, object? body = null, Actor? by = null) =>
        [.. Assert.IsType<MoveOutcome.NotAllowed>(await TryAsync(move, body, by)).Missing];

    public async Task DecidedAsync(string outcome = DecisionOutcomes.ManageWithoutOrder)
    {
        await NoteAsync();
        await MoveAsync(MoveName.ResearchComplete, by: Officer);
        await MoveAsync(MoveName.Decide, new { outcome });
    }

    public static object Plan(string lands = InNineDays, string port = "LHR", string flight = "BA9", string[]? officers = null) =>
        new { flight, port, lands, officers = officers ?? ["PC 123"], meeting = "At the gate." };

    public object Meeting(string requirements = "declined", DateTimeOffset? at = null) => new
    {
        debriefed = "done",
        requirementsServed = requirements,
        photograph = "done",
        fingerprints = "declined",
        dna = "declined",
        metBy = new[] { "PC 123" },
        metAt = at ?? Time.GetUtcNow(),
        place = "Gate B32",
    };

    /// <summary>Moves the clock, delivering each message when its time has come.</summary>
    public async Task UntilAsync(DateTimeOffset moment)
    {
        while (Store.Events.Where(e => e.NotBefore <= moment).Min(e => e.NotBefore) is { } next)
        {
            if (next > Time.GetUtcNow())
            {
                Time.Advance(next - Time.GetUtcNow());
            }

            await SettleAsync();
        }

        if (moment > Time.GetUtcNow())
        {
            Time.Advance(moment - Time.GetUtcNow());
        }
    }

    public Task ForAsync(TimeSpan span) => UntilAsync(Time.GetUtcNow() + span);

    /// <summary>Delivers what is due now.</summary>
    public async Task SettleAsync()
    {
        while (Store.Events.FirstOrDefault(e => e.NotBefore is null || e.NotBefore <= Time.GetUtcNow()) is { } happened)
        {
            foreach (var message in BorderWorld.Messages(happened))
            {
                await DeliverAsync(message);
            }

            await Store.MarkSentAsync([happened], default);
        }
    }

    private Task DeliverAsync(CloudEvent message) => message.Type switch
    {
        HubTopology.ArrivalLookDue => Cases.OnTimeAsync(message, default),
        HubTopology.NoticeRaised => delivery.DeliverAsync(message, default),
        _ => noticeClock.OnTimeAsync(message, default),
    };
}

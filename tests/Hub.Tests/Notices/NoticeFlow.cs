using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.Notices;

/// <summary>A case with notices raised, and everything that works on them, on one clock.</summary>
internal sealed class NoticeFlow
{
    private readonly CaseEditor editor;

    public NoticeFlow(CaseFile? file = null)
    {
        File = file ?? A.Case();
        Store = MemoryCaseStore.With(File);
        Time = new ManualTime(A.Moment);
        editor = new CaseEditor(Store, Time);
        Delivery = new Delivery(editor);
        Clock = new NoticeClock(editor);
        Acknowledgement = new Acknowledgement(editor);
    }

    public static Actor Officer { get; } = new("officer-7", "yotOfficer");

    public CaseFile File { get; }

    public MemoryCaseStore Store { get; }

    public ManualTime Time { get; }

    public Delivery Delivery { get; }

    public NoticeClock Clock { get; }

    public Acknowledgement Acknowledgement { get; }

    public IReadOnlyList<Notice> Notices => Store[File.Id].Notices;

    public string[] Actions => [.. Store.Audit.Select(a => a.Action)];

    public static NoticeDraft Draft(string recipient = "yot:camden", DateTimeOffset? due = null, string kind = NoticeKind.Arrest, string? escalateTo = "ppd:camden", DateTimeOffset? notBefore = null) => new()
    {
        Kind = kind,
        Recipient = recipient,
        Title = "Child arrested",
        Reason = "Lives there.",
        Content = A.Json("""{"age":14}"""),
        NotBefore = notBefore,
        Due = due,
        EscalateTo = due is null ? null : escalateTo,
    };

    public Task<CaseFile?> RaiseAsync(params NoticeDraft[] drafts) => EditAsync(edit => NoticeRaising.Raise(edit, drafts));

    public Task<CaseFile?> WithdrawAsync(Notice notice, string because = "It was a mistake.", JsonElement? content = null) =>
        EditAsync(edit => NoticeWithdrawal.Withdraw(edit, notice, because, content));

    /// <summary>Goes over the arrest notices.</summary>
    public Task<CaseFile?> ReconcileAsync(params NoticeDraft[] drafts) =>
        EditAsync(edit => NoticeRaising.Reconcile(edit, drafts, new HashSet<string> { NoticeKind.Arrest }, "The facts changed."));

    public Task<CaseFile?> EditAsync(Action<CaseEdit> change) => editor.EditAsync(File.Id, Actor.Hub, change, default);

    public Notice Of(string kind, string? recipient = null) => Notices.Single(n => n.Kind == kind && (recipient is null || n.Recipient == recipient));

    public CloudEvent Event(string type, string? notice = null) => new()
    {
        Id = "event-1",
        Type = type,
        Subject = File.Id.ToString(),
        Time = Time.GetUtcNow(),
        Data = A.Json($$"""{"notice":"{{notice ?? Notices[0].Id}}"}"""),
    };

    /// <summary>What has arrived so far.</summary>
    public List<CloudEvent> Arrived { get; } = [];

    /// <summary>Lets time pass, and every message arrive at its moment.</summary>
    public async Task PassAsync(TimeSpan by = default)
    {
        var until = Time.GetUtcNow() + by;
        while (Store.Events.Where(e => !(e.NotBefore > until)).MinBy(e => e.NotBefore ?? e.Time) is { } next)
        {
            await Store.MarkSentAsync([next], default);
            Time.Advance(TimeSpan.FromTicks(Math.Max(0, ((next.NotBefore ?? next.Time) - Time.GetUtcNow()).Ticks)));
            foreach (var happened in Events(next))
            {
                Arrived.Add(happened);
                await HandleAsync(happened);
            }
        }

        Time.Advance(until - Time.GetUtcNow());
    }

    /// <summary>Lets everything that has arrived arrive once more.</summary>
    public async Task RepeatAsync()
    {
        foreach (var happened in Arrived)
        {
            await HandleAsync(happened);
        }
    }

    public Task StrikeAsync(string type, string? notice = null) => Clock.OnTimeAsync(Event(type, notice), default);

    /// <summary>Lets a message arrive now, and leaves it waiting as well.</summary>
    public Task StrikeAsync(OutgoingEvent happened) => HandleAsync(Events(happened).Single());

    private static IEnumerable<CloudEvent> Events(OutgoingEvent happened) => happened.Copies.Select(copy => CloudEvent.Parse(
        new CloudEvent { Id = $"{happened.Id}.{copy.Key}", Type = happened.Type, Subject = happened.Case.ToString(), Time = happened.Time, Data = copy.Data }.ToJson()));

    private Task HandleAsync(CloudEvent happened) =>
        happened.Type == HubTopology.NoticeRaised ? Delivery.DeliverAsync(happened, default) : Clock.OnTimeAsync(happened, default);
}

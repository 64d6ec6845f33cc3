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

    public static NoticeDraft Draft(string recipient = "yot:camden", DateTimeOffset? due = null, string kind = NoticeKind.Arrest, string? escalateTo = "ppd:camden") => new()
    {
        Kind = kind,
        Recipient = recipient,
        Title = "Child arrested",
        Reason = "Lives there.",
        Content = A.Json("""{"age":14}"""),
        Due = due,
        EscalateTo = due is null ? null : escalateTo,
    };

    public Task<CaseFile?> RaiseAsync(params NoticeDraft[] drafts) =>
        editor.EditAsync(File.Id, Actor.Hub, edit => NoticeRaising.Raise(edit, drafts), default);

    public Notice Of(string kind, string? recipient = null) => Notices.Single(n => n.Kind == kind && (recipient is null || n.Recipient == recipient));

    public CloudEvent Event(string type, string? notice = null) => new()
    {
        Id = "event-1",
        Type = type,
        Subject = File.Id.ToString(),
        Time = Time.GetUtcNow(),
        Data = A.Json($$"""{"notice":"{{notice ?? Notices[0].Id}}"}"""),
    };

    public Task StrikeAsync(string type, string? notice = null) => Clock.OnTimeAsync(Event(type, notice), default);
}

using Hub.Auditing;
using Hub.Cases;
using Hub.Testing;

namespace Hub.Tests.Cases;

public sealed class RecordsTests
{
    private readonly ManualTime time = new(A.Moment);
    private readonly MemoryCaseStore store;
    private readonly Records records;

    public RecordsTests()
    {
        store = new MemoryCaseStore(time);
        records = new Records(store, new CaseEditor(store, time), time);
    }

    private Task<CaseFile> AddAsync(string line, bool audits = true) => records.EditAsync<Diary>("diaries", "1", Actor.Hub, (edit, kept) =>
    {
        if (audits)
        {
            edit.Audit("diary.written", "A line was added.");
        }

        return new Diary([.. kept?.Lines ?? [], line]);
    }, default);

    [Fact]
    public async Task A_record_is_made_by_its_first_change_and_read_back_as_it_was_written()
    {
        Assert.Null(await records.ReadAsync<Diary>("diaries", "1", default));

        var made = await AddAsync("Dear diary");

        Assert.Equal((CaseId.For("diaries", "1"), "diaries", "1", CaseStatus.Record), (made.Id, made.Feed, made.Reference, made.Status));
        Assert.Equal(["Dear diary"], (await records.ReadAsync<Diary>("diaries", "1", default))!.Lines);
        Assert.Equal(["Dear diary"], (await records.ReadAsync<Diary>(made.Id, default))!.Lines);
        Assert.Equal(["Dear diary"], Records.StateOf<Diary>(made).Lines);
    }

    [Fact]
    public async Task A_later_change_is_made_on_what_is_there_and_keeps_when_it_began()
    {
        await AddAsync("one");
        time.Advance(TimeSpan.FromHours(1));
        var changed = await AddAsync("two");

        Assert.Equal(["one", "two"], Records.StateOf<Diary>(changed).Lines);
        Assert.Equal((A.Moment, 2L), (changed.ReceivedAt, changed.AuditHead.Count));
        Assert.Null(AuditChain.FirstBreak(store.Audit, changed.AuditHead));
    }

    [Fact]
    public async Task A_change_that_audits_nothing_is_no_change()
    {
        await AddAsync("one");
        Assert.Equal(["one"], Records.StateOf<Diary>(await AddAsync("two", audits: false)).Lines);
        Assert.Single(store.Commits);
    }

    [Fact]
    public async Task Of_a_record_never_made_a_change_that_audits_nothing_makes_none()
    {
        await AddAsync("one", audits: false);
        Assert.Null(await records.ReadAsync<Diary>("diaries", "1", default));
    }

    [Fact]
    public async Task Where_somebody_was_faster_the_change_is_made_on_theirs()
    {
        store.Meanwhile = () => AddAsync("theirs").GetAwaiter().GetResult();
        Assert.Equal(["theirs", "ours"], Records.StateOf<Diary>(await AddAsync("ours")).Lines);

        store.Meanwhile = () => AddAsync("theirs again").GetAwaiter().GetResult();
        Assert.Equal(["theirs", "ours", "theirs again", "ours again"], Records.StateOf<Diary>(await AddAsync("ours again")).Lines);
    }

    [Fact]
    public async Task Forty_changes_at_once_all_stand()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => AddAsync($"{i}"))));

        var diary = await records.ReadAsync<Diary>("diaries", "1", default);
        Assert.Equal(Enumerable.Range(0, 40), diary!.Lines.Select(int.Parse).Order());
        Assert.Null(AuditChain.FirstBreak(store.Audit, store[CaseId.For("diaries", "1")].AuditHead));
    }

    [Fact]
    public async Task A_record_there_must_be_is_not_made()
    {
        var id = CaseId.For("diaries", "1");
        Assert.Null(await records.EditAsync<Diary>(id, Actor.Hub, (_, diary) => diary, default));

        await AddAsync("one");
        var changed = await records.EditAsync<Diary>(id, Actor.Hub, (edit, diary) =>
        {
            edit.Audit("diary.closed", "Closed.");
            return diary with { Lines = [.. diary.Lines, "end"] };
        }, default);
        Assert.Equal(["one", "end"], Records.StateOf<Diary>(changed!).Lines);
    }

    private sealed record Diary(IReadOnlyList<string> Lines);
}

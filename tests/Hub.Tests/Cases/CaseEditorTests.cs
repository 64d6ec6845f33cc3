using Hub.Auditing;
using Hub.Cases;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Cases;

public sealed class CaseEditorTests
{
    private static readonly Actor Officer = new("officer-7", "ppdOfficer");
    private readonly Mock<ICaseStore> store = new(MockBehavior.Strict);

    private CaseEditor Editor => new(store.Object, new ManualTime(A.Moment));

    [Fact]
    public async Task A_change_is_made_again_on_what_is_there_now_when_somebody_else_was_first()
    {
        store.SetupSequence(s => s.ReadAsync(A.Case().Id, default))
            .ReturnsAsync(A.Case() with { Version = "1", Sender = "first" })
            .ReturnsAsync(A.Case() with { Version = "2", Sender = "second" });
        store.SetupSequence(s => s.CommitAsync(It.IsAny<CaseCommit>(), default))
            .ReturnsAsync(new CommitOutcome.Conflict())
            .ReturnsAsync(new CommitOutcome.Committed("3"));
        var seen = new List<string>();

        var file = await Editor.EditAsync(A.Case().Id, Officer, edit =>
        {
            seen.Add(edit.Case.Sender);
            edit.Audit("test.done", "Done.");
        }, default);

        Assert.Equal(["first", "second"], seen);
        Assert.Equal(("3", "second", 1), (file!.Version, file.Sender, file.AuditHead.Count));
        store.Verify(s => s.CommitAsync(It.Is<CaseCommit>(c => c.Case.Version == "2" && c.Audit.Length == 1), default), Times.Once);
    }

    [Fact]
    public async Task It_gives_up_when_others_are_first_every_time()
    {
        store.Setup(s => s.ReadAsync(A.Case().Id, default)).ReturnsAsync(A.Case() with { Version = "1" });
        store.Setup(s => s.CommitAsync(It.IsAny<CaseCommit>(), default)).ReturnsAsync(new CommitOutcome.Conflict());

        await Assert.ThrowsAsync<CaseBusyException>(() => Editor.EditAsync(A.Case().Id, Officer, e => e.Audit("test.done", "Done."), default));
        store.Verify(s => s.CommitAsync(It.IsAny<CaseCommit>(), default), Times.Exactly(CaseEditor.MaxTries));
    }

    [Fact]
    public async Task A_change_that_records_nothing_commits_nothing()
    {
        store.Setup(s => s.ReadAsync(A.Case().Id, default)).ReturnsAsync(A.Case() with { Version = "1" });
        Assert.Equal("1", (await Editor.EditAsync(A.Case().Id, Officer, e => e.Update(c => c with { Sender = "x" }), default))!.Version);
    }

    [Fact]
    public async Task Where_there_is_no_case_nothing_is_changed()
    {
        store.Setup(s => s.ReadAsync(A.Case().Id, default)).ReturnsAsync((CaseFile?)null);
        Assert.Null(await Editor.EditAsync(A.Case().Id, Officer, _ => throw new InvalidOperationException(), default));
    }

    [Fact]
    public void An_edit_becomes_one_commit_with_a_chain_that_holds()
    {
        var edit = new CaseEdit(A.Case(), Officer, A.Moment);
        var notice = A.Notice(edit.Case);
        edit.Put(notice);
        edit.Put(notice with { Title = "Changed" });
        edit.Audit("one", "One.", ("notice", "first"), ("notice", "second"));
        edit.Audit("two", "Two.");
        edit.Emit(A.Event(edit.Case));
        edit.SetAside(A.QuarantineItem());
        edit.Update(c => c with { Status = CaseStatus.Assessed });
        var commit = edit.ToCommit();

        Assert.Equal("Changed", Assert.Single(commit.Notices).Title);
        Assert.Equal("Changed", Assert.Single(commit.Case.Notices).Title);
        Assert.Equal((CaseStatus.Assessed, 6), (commit.Case.Status, commit.ItemCount));
        Assert.Null(AuditChain.FirstBreak(commit.Audit, commit.Case.AuditHead));
        Assert.All(commit.Audit, a => Assert.Equal((Officer, A.Moment), (a.By, a.At)));
        Assert.Equal("second", Assert.Single(commit.Audit[0].About).Value);
    }
}

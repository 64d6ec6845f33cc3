using System.Text;
using System.Text.Json.Nodes;
using Hub.Archive;
using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Feeds.Arrests;
using Hub.Places;
using Hub.Reports;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Reports;

public sealed class IntakeTests
{
    private static readonly Actor Custody = new("custody-1", "feed:arrests");
    private readonly MemoryCaseStore store = new();
    private readonly Mock<IArchive> archive = new();

    public IntakeTests() => archive.Setup(a => a.PutAsync(It.IsAny<ReadOnlyMemory<byte>>(), default))
        .ReturnsAsync((ReadOnlyMemory<byte> bytes, CancellationToken _) => ArchiveAddress.Of(bytes.Span));

    private Task<IntakeOutcome> PostAsync(byte[] body) =>
        new Intake(new FeedCatalog([new ArrestFeed()]), store, archive.Object, AuthorityDirectory.Default, new ManualTime(A.Moment)).AcceptAsync("arrests", body, Custody, default);

    [Fact]
    public async Task A_report_is_kept_with_its_bytes_its_audit_and_the_event_that_sets_the_rest_going()
    {
        var body = A.Arrest("C-1").Bytes();
        var accepted = Assert.IsType<IntakeOutcome.Accepted>(await PostAsync(body));

        Assert.Equal((CaseId.For("arrests", "C-1"), false), (accepted.Case, accepted.Repeated));
        var file = store[accepted.Case];
        Assert.Equal(("C-1", "custody-1", CaseStatus.Accepted, A.Moment, ArchiveAddress.Of(body)), (file.Reference, file.Sender, file.Status, file.ReceivedAt, file.Raw));
        Assert.Equal("report.accepted", Assert.Single(store.Audit).Action);
        var happened = Assert.Single(store.Events);
        Assert.Equal((HubTopology.Reports, HubTopology.ReportAccepted, accepted.Case, "arrests"), (happened.Topic, happened.Type, happened.Case, happened.Properties["kind"]));
    }

    [Fact]
    public async Task The_same_report_again_gets_the_same_answer_and_adds_nothing()
    {
        var first = Assert.IsType<IntakeOutcome.Accepted>(await PostAsync(A.Arrest().Bytes()));
        var again = Assert.IsType<IntakeOutcome.Accepted>(await PostAsync([.. " "u8, .. A.Arrest().Bytes()]));

        Assert.Equal((first.Case, true), (again.Case, again.Repeated));
        Assert.Single(store.Commits);
        archive.Verify(a => a.PutAsync(It.IsAny<ReadOnlyMemory<byte>>(), default), Times.Once);
    }

    [Fact]
    public async Task Another_report_under_a_reference_used_before_is_a_conflict_and_nothing_of_it_is_kept()
    {
        await PostAsync(A.Arrest().Bytes());
        var conflict = Assert.IsType<IntakeOutcome.Conflicting>(await PostAsync(A.Arrest().With("station", "Bow").Bytes()));

        Assert.Equal((A.Case().Id, A.Moment), (conflict.Case, conflict.FirstReceivedAt));
        Assert.Single(store.Commits);
        archive.Verify(a => a.PutAsync(It.IsAny<ReadOnlyMemory<byte>>(), default), Times.Once);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_finds_the_firsts_case()
    {
        store.Meanwhile = () => PostAsync(A.Arrest().Bytes()).GetAwaiter().GetResult();
        Assert.True(Assert.IsType<IntakeOutcome.Accepted>(await PostAsync(A.Arrest().Bytes())).Repeated);
        Assert.Single(store.Commits);
    }

    [Fact]
    public async Task What_is_malformed_or_refused_leaves_nothing()
    {
        Assert.IsType<IntakeOutcome.Malformed>(await PostAsync("{"u8.ToArray()));
        var refused = Assert.IsType<IntakeOutcome.Refused>(await PostAsync("[]"u8.ToArray()));
        Assert.Equal("wrong-type", Assert.Single(refused.Errors).Code);
        Assert.IsType<IntakeOutcome.Refused>(await PostAsync(A.Arrest().Born("1990").Bytes()));

        Assert.Empty(store.Commits);
        archive.Verify(a => a.PutAsync(It.IsAny<ReadOnlyMemory<byte>>(), default), Times.Never);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_where_nobody_reads_is_no_reason_to_lose_a_report()
    {
        var body = Encoding.UTF8.GetString(A.Arrest().Bytes()).Replace("{\"reference\"", "{\"unread\":\"\\ud800\",\"reference\"", StringComparison.Ordinal);
        Assert.IsType<IntakeOutcome.Accepted>(await PostAsync(Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public async Task A_report_larger_than_its_notices_could_carry_is_refused_whole()
    {
        var alias = () => (JsonNode)new JsonObject { ["given"] = new JsonArray([.. Enumerable.Range(0, 50).Select(_ => (JsonNode)new string('x', 150))]) };
        var arrest = A.Arrest().WithSubject("aliases", new JsonArray([.. Enumerable.Range(0, 50).Select(_ => alias())]));
        var refused = Assert.IsType<IntakeOutcome.Refused>(await PostAsync(arrest.Bytes()));

        Assert.Equal(("$", "too-long"), (refused.Errors[0].Path, refused.Errors[0].Code));
        Assert.Empty(store.Commits);
    }

    [Fact]
    public Task There_is_no_answer_for_a_feed_there_is_none_of() => Assert.ThrowsAsync<ArgumentException>(() =>
        new Intake(new FeedCatalog([]), store, archive.Object, AuthorityDirectory.Default, new ManualTime(A.Moment)).AcceptAsync("arrests", A.Arrest().Bytes(), Custody, default));
}

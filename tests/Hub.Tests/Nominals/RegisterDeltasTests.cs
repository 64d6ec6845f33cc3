using System.Text.Json;
using Hub.Auditing;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.Border;

namespace Hub.Tests.Nominals;

public sealed class RegisterDeltasTests : IDisposable
{
    private static readonly Actor Feed = new("visor-1", "feed:register");
    private readonly ManualTime time = new(A.Moment);
    private readonly MemoryRegister register;
    private readonly RegisterFollower follower;
    private readonly RegisterIndex index = new(MatchModel.Shipped);

    public RegisterDeltasTests()
    {
        register = new MemoryRegister(time);
        follower = new RegisterFollower(register, index);
    }

    public void Dispose() => follower.Dispose();

    private Task<DeltaOutcome> TakeAsync(long after, params string[] deltas)
    {
        using var document = JsonDocument.Parse($$"""{"source":"visor","after":{{after}},"deltas":[{{string.Join(',', deltas)}}]}""");
        var fields = new JsonFields(document.RootElement);
        var batch = DeltaReading.Read(fields, A.Moment);
        Assert.Empty(fields.Errors);
        return new RegisterDeltas(register, follower, time).TakeAsync(batch, Feed, default);
    }

    private static string Upsert(long sequence, string id, string more = "", string updated = "2025-03-14T00:00:00Z") =>
        $$"""{"sequence":{{sequence}},"op":"upsert","nominal":{"id":"{{id}}","names":[{"surname":"Moss"}],"updated":"{{updated}}"{{more}} } }""";

    private static string Change(long sequence, string id, string set, string updated = "2025-03-14T01:00:00Z") =>
        $$"""{"sequence":{{sequence}},"op":"change","id":"{{id}}","updated":"{{updated}}","set":{{set}} }""";

    [Fact]
    public async Task Deltas_of_one_nominal_apply_in_order_as_one_change()
    {
        var taken = await TakeAsync(0, Upsert(1, "N-1", ""","occupation":"Baker","mappa":{"category":1,"level":2}"""), Change(2, "N-1", """{"occupation":null,"mappa":{"level":3},"visor":"V-9"}"""), Change(5, "N-1", """{"markers":["missing"]}"""));

        Assert.Equal(new DeltaOutcome.Taken("visor", 5, 3, 0, 0, 0, 1), taken);
        var nominal = register["N-1"];
        Assert.Equal((null, new Mappa(1, 3), true, false), (nominal.Occupation, nominal.Mappa, nominal.Has(Marker.Missing), nominal.VisorReference != "V-9"));
        Assert.Single((await register.HistoryAsync("N-1", new(), default))!.Changes.Items);
        Assert.Equal((1, 1), ((int)index.Mark, index.Count));
    }

    [Fact]
    public async Task A_batch_sent_again_and_one_that_overlaps_apply_only_what_is_new()
    {
        await TakeAsync(0, Upsert(1, "N-1"), Upsert(2, "N-2"));
        var again = (DeltaOutcome.Taken)await TakeAsync(0, Upsert(1, "N-1"), Upsert(2, "N-2"));
        var overlapping = (DeltaOutcome.Taken)await TakeAsync(1, Upsert(2, "N-2", ""","occupation":"Cook"  """), Upsert(3, "N-3"));

        Assert.Equal((2L, 2, 0), (again.Mark, again.Skipped, again.Changed));
        Assert.Equal((3L, 1, 1), (overlapping.Mark, overlapping.Skipped, overlapping.Changed));
        Assert.Null(register["N-2"].Occupation);
        Assert.Equal(new DeltaOutcome.Missing(3), await TakeAsync(4, Upsert(5, "N-5")));
    }

    [Fact]
    public async Task What_is_stale_and_what_is_so_already_is_counted_and_passed_over()
    {
        await TakeAsync(0, Upsert(1, "N-1", ""","occupation":"Baker" """, "2025-03-14T05:00:00Z"));
        var taken = (DeltaOutcome.Taken)await TakeAsync(1, Change(2, "N-1", """{"occupation":"Cook"}"""), Change(3, "N-1", """{"occupation":"Baker"}""", "2025-03-14T06:00:00Z"), """{"sequence":4,"op":"end","id":"N-1","at":"2025-03-14T07:00:00Z"}""", """{"sequence":5,"op":"end","id":"N-1","at":"2025-03-14T08:00:00Z"}""");

        Assert.Equal((1, 2, 1), (taken.Changed, taken.Unchanged, taken.Stale));
        Assert.Equal(("Baker", 7), (register["N-1"].Occupation, register["N-1"].Ended!.Value.Hour));
    }

    [Fact]
    public async Task One_thing_wrong_and_nothing_of_the_batch_is_applied()
    {
        await TakeAsync(0, Upsert(1, "N-1"), Upsert(2, "N-2"), """{"sequence":3,"op":"merge","id":"N-1","into":"N-2"}""");
        var refused = Assert.IsType<DeltaOutcome.Refused>(await TakeAsync(
            3, Upsert(4, "N-4"), Upsert(5, "N-1"), Change(6, "N-9", "{}"), """{"sequence":7,"op":"merge","id":"N-2","into":"N-1"}""", """{"sequence":8,"op":"split","id":"N-2"}""", Change(9, "N-2", """{"id":"N-7","rm2000":"huge"}""")));

        Assert.Equal(
            ["$.deltas[1].nominal.id nominal-merged", "$.deltas[2].id unknown-nominal", "$.deltas[3].into merged-in-a-circle", "$.deltas[4].id not-merged", "$.deltas[5].set.id id-differs", "$.deltas[5].set.rm2000 not-one-of"],
            refused.Errors.Select(e => $"{e.Path} {e.Code}"));
        Assert.Equal((2, 3L), (register.All.Count, await register.MarkAsync("visor", default)));
    }

    [Fact]
    public async Task A_merge_split_in_the_same_batch_leaves_no_trace()
    {
        await TakeAsync(0, Upsert(1, "N-1"), Upsert(2, "N-2"));
        var taken = (DeltaOutcome.Taken)await TakeAsync(2, """{"sequence":3,"op":"merge","id":"N-1","into":"N-2"}""", """{"sequence":4,"op":"split","id":"N-1"}""");

        Assert.Equal((2, 4L), (taken.Changed, taken.Mark));
        Assert.Single((await register.HistoryAsync("N-1", new(), default))!.Changes.Items);
        Assert.Equal((null, null), (register["N-1"].MergedInto, register["N-1"].Ended));
    }

    [Fact]
    public async Task Nobody_who_looks_meanwhile_sees_half_of_what_was_written_together()
    {
        const int People = 2_500;
        Task WriteAsync(int round, int count) => register.UpsertAsync(
            [.. Enumerable.Range(0, count).Select(i => A.Nominal($"N-{i}") with { Ended = round % 2 == 0 ? null : A.Moment, Updated = A.Moment.AddMinutes(round) })], default);
        await WriteAsync(0, People);
        await follower.CatchUpAsync(default);

        // More than one read takes at once, some of it changed again since: one step all the same.
        await WriteAsync(1, People);
        await WriteAsync(2, 10);
        var seen = new HashSet<int>();
        using var stop = new CancellationTokenSource();
        var looking = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                seen.Add(index.Count);
            }
        });
        await follower.CatchUpAsync(default);
        await stop.CancelAsync();
        await looking;

        Assert.Equal(10, index.Count);
        Assert.Subset(new HashSet<int> { People, 10 }, seen);
    }

    [Theory]
    [InlineData("""{"sequence":1,"op":"end","id":"N-1","at":"2025-03-15T10:00:00Z"}""", "$.deltas[0].at")]
    [InlineData("""{"sequence":1,"op":"change","id":"N-1","updated":"2026-01-01T00:00:00Z","set":{}}""", "$.deltas[0].updated")]
    [InlineData("""{"sequence":1,"op":"upsert","nominal":{"id":"N-1","names":[{"surname":"Moss"}],"ended":"2025-04-01T00:00:00Z","updated":"2099-01-01T00:00:00Z"} }""", "$.deltas[0].nominal.ended $.deltas[0].nominal.updated")]
    public void A_moment_that_has_not_come_yet_is_refused(string delta, string paths)
    {
        using var document = JsonDocument.Parse($$"""{"source":"visor","after":0,"deltas":[{{delta}}]}""");
        var fields = new JsonFields(document.RootElement);
        DeltaReading.Read(fields, A.Moment);

        Assert.All(fields.Errors, e => Assert.Equal("in-future", e.Code));
        Assert.Equal(paths, string.Join(' ', fields.Errors.Select(e => e.Path).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_change_leaves_all_it_does_not_name_as_it_was()
    {
        register["N-1"] = A.ManagedNominal("N-1") with
        {
            Names = [new PersonName { Surname = "Moss", Given = ["Ada", "Bea"] }, new PersonName { Kind = NameKind.Alias, Surname = "Fern" }],
            Born = BirthDate.Parse("1971"),
            Orders = [new CourtOrder("notification-order", new DateOnly(2024, 2, 1), null, "Snaresbrook")],
            Responsible = new Responsible("hackney", "DC 4711"),
            Addresses = [new Address { Lines = ["1 High Road"], Postcode = "E8 1AB", From = new DateOnly(2020, 1, 1), To = new DateOnly(2021, 1, 1) }],
        };
        var before = register["N-1"];
        await TakeAsync(0, Change(1, "N-1", """{"occupation":"Baker"}""", "2025-03-14T09:30:00Z"));

        Assert.Equal("Baker", register["N-1"].Occupation);
        Assert.True(NominalContent.IsSame(before, register["N-1"] with { Occupation = before.Occupation }));
    }
}

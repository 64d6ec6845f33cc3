using Hub.Nominals;

namespace Hub.Testing.Contracts;

public abstract partial class NominalRegisterContract
{
    [Fact]
    public async Task What_is_the_same_already_is_no_change_and_yet_says_when_it_was_last_so()
    {
        var register = await CreateAsync();
        var mark = (await register.UpsertAsync([A.Nominal("7")], None)).Mark;

        var again = await register.UpsertAsync([A.Nominal("7") with { Updated = A.Moment.AddHours(2) }], None);
        var late = await register.UpsertAsync([A.Nominal("7") with { Updated = A.Moment.AddHours(1), Occupation = "Baker" }], None);

        Assert.Equal((mark, 0, 1), (again.Mark, again.Changed, again.Unchanged));
        Assert.Equal((0, 1), (late.Changed, late.Stale));
        Assert.Empty((await register.ChangesSinceAsync(mark, 10, None)).Nominals);
        Assert.Equal(A.Moment.AddHours(2), (await register.GetAsync("7", None))!.Updated);
        Assert.Single((await register.HistoryAsync("7", new(), None))!.Changes.Items);
    }

    [Fact]
    public async Task What_came_late_does_not_take_the_place_of_what_is_newer()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7") with { Occupation = "Baker" }], None);

        var late = await register.UpsertAsync([A.Nominal("7") with { Updated = A.Moment.AddTicks(-1) }, A.Nominal("8")], None);

        Assert.Equal((1, 1), (late.Stale, late.Changed));
        Assert.Equal("Baker", (await register.GetAsync("7", None))!.Occupation);
        Assert.NotNull(await register.GetAsync("8", None));
    }

    [Fact]
    public async Task A_record_merged_away_is_not_written_to()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7") with { MergedInto = "8", Ended = A.Moment }], None);

        var written = await register.UpsertAsync([A.Nominal("7") with { Updated = A.Moment.AddDays(1) }], None);

        Assert.Equal((1, 0), (written.Merged, written.Changed));
        Assert.Equal("8", (await register.GetAsync("7", None))!.MergedInto);
    }

    [Fact]
    public async Task Of_many_who_change_one_nominal_at_once_every_change_stands()
    {
        const int Writers = 20;
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7"), A.Nominal("8")], None);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => register.WriteAsync(
            ["7", "8"],
            state => new RegisterEdit([state.Nominals["7"] with { Markers = state.Nominals["7"].Markers.Add($"w{writer}") }]),
            How,
            None))));

        Assert.Equal(Writers, (await register.GetAsync("7", None))!.Markers.Distinct().Count());
        Assert.Equal(Writers + 1, (await register.HistoryAsync("7", new(), None))!.Head.Count);
    }

    [Fact]
    public async Task Of_two_who_add_one_nominal_at_once_the_second_sees_the_first()
    {
        var register = await CreateAsync();
        var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var found = false;
            await register.WriteAsync(["7"], state =>
            {
                found = state.Nominals.ContainsKey("7");
                return found ? RegisterEdit.None : new RegisterEdit([A.Nominal("7") with { Occupation = $"w{writer}" }]);
            }, How, None);
            return found;
        })));

        Assert.Single(seen, found => !found);
    }

    [Fact]
    public async Task A_change_that_fails_changes_nothing_and_one_that_writes_what_it_did_not_ask_for_fails()
    {
        var register = await CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => register.WriteAsync(["7"], _ => new RegisterEdit([A.Nominal("7"), A.Nominal("8")]), How, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => register.WriteAsync(["7"], _ => new RegisterEdit([A.Nominal("7"), A.Nominal("7")]), How, None));
        await Assert.ThrowsAsync<FormatException>(() => register.WriteAsync(["7"], _ => throw new FormatException(), How, None));

        Assert.Null(await register.GetAsync("7", None));
        Assert.Empty(await register.HistorySinceAsync(0, 10, None));
    }

    [Fact]
    public async Task A_source_s_mark_is_kept_with_the_change_and_read_with_it()
    {
        var register = await CreateAsync();
        var how = How with { Feed = "visor" };
        Assert.Equal(0, await register.MarkAsync("visor", None));

        await register.WriteAsync(["7"], _ => new RegisterEdit([A.Nominal("7")]) { FeedMark = 1_001 }, how, None);
        var seen = 0L;
        await register.WriteAsync(["7"], state =>
        {
            seen = state.FeedMark;
            return RegisterEdit.None;
        }, how, None);

        Assert.Equal((1_001, 1_001, 0), (seen, await register.MarkAsync("visor", None), await register.MarkAsync("pnc", None)));
    }

    [Fact]
    public async Task Of_many_who_move_one_mark_at_once_each_goes_on_from_the_one_before()
    {
        const int Writers = 10;
        var register = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
            register.WriteAsync([], state => RegisterEdit.None with { FeedMark = state.FeedMark + 1 }, How with { Feed = "visor" }, None))));

        Assert.Equal(Writers, await register.MarkAsync("visor", None));
    }
}

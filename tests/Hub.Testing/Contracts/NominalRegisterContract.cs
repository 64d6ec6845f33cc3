using Hub.Nominals;

namespace Hub.Testing.Contracts;

/// <summary>What <see cref="INominalRegister"/> promises.</summary>
public abstract partial class NominalRegisterContract : PortContract
{
    private static readonly RegisterWriting How = new(new("feed-7", "feed:register"), "visor", "As the source says.");

    /// <summary>An empty register on <see cref="PortContract.Time"/>.</summary>
    protected abstract Task<INominalRegister> CreateAsync();

    [Fact]
    public async Task A_nominal_is_read_back_as_it_was_stored()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7")], None);

        AssertSame(A.Nominal("7"), await register.GetAsync("7", None));
        Assert.Null(await register.GetAsync("8", None));
    }

    [Fact]
    public async Task How_a_nominal_is_managed_and_what_they_notified_is_read_back()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.ManagedNominal("7")], None);

        AssertSame(A.ManagedNominal("7"), await register.GetAsync("7", None));
        AssertSame(A.ManagedNominal("7"), (await register.ChangesSinceAsync(0, 10, None)).Nominals[0]);
    }

    [Fact]
    public async Task A_nominal_upserted_again_is_replaced()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7")], None);
        await register.UpsertAsync([A.Nominal("7") with { Markers = [Marker.Missing] }], None);

        Assert.True((await register.GetAsync("7", None))!.Has(Marker.Missing));
    }

    [Fact]
    public async Task What_was_said_before_a_nominal_ended_does_not_bring_them_back()
    {
        var register = await CreateAsync();
        var said = A.Nominal("7");
        await register.UpsertAsync([said], None);
        await register.EndAsync("7", said.Updated.AddDays(2), None);

        var late = await register.UpsertAsync([said with { Updated = said.Updated.AddDays(1), Occupation = "Baker" }], How, null, None);
        Assert.Equal((0, 1), (late.Changed, late.Stale));
        Assert.NotNull((await register.GetAsync("7", None))!.Ended);

        var anew = await register.UpsertAsync([said with { Updated = said.Updated.AddDays(3) }], How, null, None);
        Assert.Equal((1, 0), (anew.Changed, anew.Stale));
        Assert.Null((await register.GetAsync("7", None))!.Ended);
    }

    [Fact]
    public async Task An_ended_nominal_stays_readable_and_ends_once()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7")], None);

        Assert.True(await register.EndAsync("7", A.Moment, None));
        Assert.False(await register.EndAsync("7", A.Moment.AddDays(1), None));
        Assert.False(await register.EndAsync("8", A.Moment, None));

        Assert.Equal(A.Moment, (await register.GetAsync("7", None))!.Ended);
    }

    [Fact]
    public async Task Several_are_read_with_the_mark_of_their_last_change()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None);
        await register.UpsertAsync([A.Nominal("1") with { Markers = [Marker.Missing] }], None);
        await register.UpsertAsync([A.Nominal("2") with { Updated = A.Nominal("2").Updated.AddDays(1) }], None);

        var read = await register.GetAllAsync(["2", "1", "1", "9"], None);

        Assert.Equal([("1", 3L), ("2", 2L)], read.OrderBy(r => r.Key).Select(r => (r.Key, r.Value.Mark)));
        Assert.True(read["1"].Nominal.Has(Marker.Missing));
        AssertSame((await register.GetAsync("2", None))!, read["2"].Nominal);
    }

    [Fact]
    public async Task Changes_are_followed_from_mark_to_mark()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2"), A.Nominal("3")], None);

        var first = await register.ChangesSinceAsync(0, 2, None);
        var second = await register.ChangesSinceAsync(first.Mark, 2, None);
        var none = await register.ChangesSinceAsync(second.Mark, 2, None);

        Assert.Equal(["1", "2"], first.Nominals.Select(n => n.Id));
        Assert.Equal(["3"], second.Nominals.Select(n => n.Id));
        Assert.Empty(none.Nominals);
        Assert.Equal(second.Mark, none.Mark);
    }

    [Fact]
    public async Task A_nominal_changed_again_shows_once_at_its_last_change()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None);
        var mark = (await register.ChangesSinceAsync(0, 10, None)).Mark;

        // The newest one too: its number must not be given out again.
        await register.UpsertAsync([A.Nominal("2") with { Occupation = "Baker" }], None);
        await register.EndAsync("1", A.Moment, None);

        var all = await register.ChangesSinceAsync(0, 10, None);
        Assert.Equal(["2", "1"], all.Nominals.Select(n => n.Id));
        Assert.Equal(["2", "1"], (await register.ChangesSinceAsync(mark, 10, None)).Nominals.Select(n => n.Id));
        Assert.Equal(A.Moment, all.Nominals[1].Ended);
    }

    [Fact]
    public async Task The_mark_returned_is_the_one_to_follow_from()
    {
        var register = await CreateAsync();
        var mark = (await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None)).Mark;
        await register.UpsertAsync([A.Nominal("3")], None);

        Assert.Equal(["3"], (await register.ChangesSinceAsync(mark, 10, None)).Nominals.Select(n => n.Id));
    }

    [Fact]
    public async Task The_progress_of_a_load_is_stored_with_its_nominals()
    {
        var register = await CreateAsync();
        Assert.Null(await register.LoadProgressAsync("pnc.csv", None));

        await register.UpsertAsync([A.Nominal("1")], How, (_, _) => new("pnc.csv", 2, 1, 0), None);
        await register.UpsertAsync([], How, (_, _) => new("pnc.csv", 3, 1, 1), None);

        Assert.Equal(new LoadProgress("pnc.csv", 3, 1, 1), await register.LoadProgressAsync("pnc.csv", None));
        Assert.Null(await register.LoadProgressAsync("other.csv", None));
    }
}

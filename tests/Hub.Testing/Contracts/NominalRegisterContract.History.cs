using Hub.Nominals;
using Hub.Paging;

namespace Hub.Testing.Contracts;

public abstract partial class NominalRegisterContract
{
    [Fact]
    public async Task Every_change_is_kept_with_who_when_why_and_the_record_before()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("7")], How, null, None);
        Time.Advance(TimeSpan.FromMinutes(1));
        await register.UpsertAsync([A.Nominal("7") with { Occupation = "Baker" }], How with { Because = "A correction." }, null, None);

        var changes = (await register.HistoryAsync("7", new(), None))!.Changes.Items;

        Assert.Equal([(2, NominalChangeKind.Changed), (1, NominalChangeKind.Added)], changes.Select(c => (c.Number, c.Kind)));
        Assert.Equal((How with { Because = "A correction." }, Time.GetUtcNow()), (changes[0].Writing, changes[0].At));
        Assert.Equal((How, Time.GetUtcNow().AddMinutes(-1)), (changes[1].Writing, changes[1].At));
        Assert.Null(changes[1].Before);
        Assert.Equal(changes[1].After, changes[0].Before);
        Assert.Equal([("$.occupation", null, "Baker")], FieldChange.Between(changes[0].Before, changes[0].After).Select(f => (f.Path, f.Old?.GetString(), f.New?.GetString())));
        Assert.Null(await register.HistoryAsync("8", new(), None));
    }

    [Fact]
    public async Task What_each_change_did_is_told_by_its_kind()
    {
        var register = await CreateAsync();
        var nominal = A.Nominal("7");
        foreach (var next in new[]
        {
            nominal, nominal with { Ended = A.Moment }, nominal, nominal with { Markers = ["x"] }, nominal with { MergedInto = "8", Ended = A.Moment }, nominal,
        })
        {
            await register.WriteAsync(["7"], _ => new RegisterEdit([next]), How, None);
        }

        Assert.Equal(
            [NominalChangeKind.Added, NominalChangeKind.Ended, NominalChangeKind.Reinstated, NominalChangeKind.Changed, NominalChangeKind.Merged, NominalChangeKind.Split],
            (await register.HistorySinceAsync(0, 10, None)).Select(c => c.Kind));
    }

    [Fact]
    public async Task A_nominal_s_changes_form_a_chain_that_holds_over_pages()
    {
        var register = await CreateAsync();
        for (var i = 0; i < 7; i++)
        {
            await register.UpsertAsync([A.Nominal("7") with { Occupation = $"{i}" }, A.Nominal("8") with { Occupation = $"{i}" }], How, null, None);
        }

        var numbers = new List<int>();
        string? continuation = null;
        do
        {
            var page = (await register.HistoryAsync("7", new(3, continuation), None))!;
            numbers.AddRange(page.Changes.Items.Select(c => c.Number));
            continuation = page.Changes.Continuation;
        }
        while (continuation is not null);

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], numbers);
        var newest = (await register.HistoryAsync("7", new(3), None))!;
        Assert.Null(await NominalChain.FirstBreakAsync(newest, next => register.HistoryAsync("7", new(3, next), None)));
        await Assert.ThrowsAsync<InvalidContinuationException>(() => register.HistoryAsync("7", new(3, "nonsense!"), None));
    }

    [Fact]
    public async Task All_changes_are_followed_one_by_one_in_order_also_those_followed_by_another()
    {
        var register = await CreateAsync();
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], How, null, None);
        await register.UpsertAsync([A.Nominal("1") with { Occupation = "Baker" }], How, null, None);

        var first = await register.HistorySinceAsync(0, 2, None);
        var second = await register.HistorySinceAsync(first[^1].Sequence, 2, None);

        Assert.Equal([("1", 1), ("2", 1), ("1", 2)], first.Concat(second).Select(c => (c.Nominal, c.Number)));
        Assert.Equal((await register.ChangesSinceAsync(0, 10, None)).Mark, second[^1].Sequence);
        Assert.Empty(await register.HistorySinceAsync(second[^1].Sequence, 2, None));
        Assert.NotEqual(first[0].After, second[0].After);
    }
}

using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Index;

/// <summary>How a register came to be what it is decides nothing.</summary>
public sealed class LoadOrderTests
{
    private static readonly PeopleGenerator People = new(31);
    private static readonly List<Nominal> All = [.. People.Register(1_500)];
    private static readonly List<PersonDetails> Reports = [.. All.Where((_, i) => i % 6 == 0).Select((n, i) => People.Report(n, i % 5))];

    [Fact]
    public async Task Thousands_of_single_changes_give_the_very_same_screenings_as_one_load()
    {
        var changed = new RegisterIndex(MatchModel.Shipped);
        var mark = 0L;
        foreach (var change in Changes())
        {
            changed.Apply(new RegisterChanges([change], ++mark));
        }

        var before = Screened(changed);
        await changed.SettledAsync();
        Assert.Equal(before, Screened(changed));

        var final = All.Where((_, i) => !IsEnded(i)).ToList();
        Assert.Equal((final.Count, mark), (changed.Count, changed.Mark));
        Assert.Equal(Screened(Registered.Index(final)), before);
        Assert.Equal(Screened(Registered.Index(final.OrderBy(n => SeededRandom.Number(n.Id)))), before);
        Assert.Equal(Evidence(Registered.Index(final.AsEnumerable().Reverse())), Evidence(changed));
    }

    [Fact]
    public async Task Rows_that_are_gone_do_not_make_a_name_too_common_to_look_for()
    {
        // A name is looked for by itself where no more than 300 bear it: those who bore it count no longer.
        const int Living = 250;
        const int Gone = 100;
        var bearers = Enumerable.Range(0, Living + Gone).Select(i => A.Nominal($"S-{i:D3}") with { Names = [Registered.Name("Quarmby", "Ann")], Born = BirthDate.Of(new DateOnly(1950, 1, 1).AddDays(37 * i)) }).ToArray();
        var index = Registered.Index(bearers);
        index.Apply(new RegisterChanges([.. bearers[Living..].Select(n => n with { Ended = A.Moment })], 2));
        await index.SettledAsync();

        var asked = new PersonDetails { Names = bearers[0].Names, Born = BirthDate.Parse("2003-09-17") };
        Assert.Equal(Blocked(Registered.Index(bearers[..Living])), Blocked(index));

        string[] Blocked(RegisterIndex of) => [.. Registered.Screener(of).Block(asked, MatchPurpose.ArrestRouting).Order(StringComparer.Ordinal)];
    }

    // Everybody comes as somebody else, then as they are; some end, some come back.
    private static IEnumerable<Nominal> Changes()
    {
        for (var i = 0; i < All.Count; i++)
        {
            yield return All[(i + 700) % All.Count] with { Id = All[i].Id };
        }

        for (var i = All.Count - 1; i >= 0; i--)
        {
            yield return i % 5 == 0 ? All[i] with { Ended = A.Moment } : All[i];
        }

        for (var i = 0; i < All.Count; i += 5)
        {
            if (!IsEnded(i))
            {
                yield return All[i];
            }
        }
    }

    private static bool IsEnded(int i) => i % 10 == 0;

    private static List<string> Screened(RegisterIndex index)
    {
        var screener = Registered.Screener(index);
        return [.. Reports.Select((r, i) => Registered.Bits(screener.Screen(r, (MatchPurpose)(i % 3), keep: 8)))];
    }

    private static List<string> Evidence(RegisterIndex index)
    {
        var screener = Registered.Screener(index);
        return [.. Reports.Take(60).Select(r => System.Text.Json.JsonSerializer.Serialize(screener.Assess(r, MatchPurpose.ArrestRouting) with { RegisterMark = 0 }))];
    }
}

using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.People;

namespace Hub.Tests.Matching;

public sealed class NominalSearchTests
{
    private static readonly PersonDetails Nobody = new() { Names = [] };

    private static readonly Nominal[] Known =
    [
        A.Nominal("N-1") with { Names = [Registered.Name("Quillfeather", "Rosamund")], Born = BirthDate.Parse("1983-04-11"), PncId = "2003/0011985X", Sex = Sex.Female },
        A.Nominal("N-2") with { Names = [Registered.Name("Quillfether", "Ignatius")], Born = BirthDate.Parse("1983-12-28"), Sex = Sex.Male },
        A.Nominal("N-3") with { Names = [Registered.Name("Osgathorpe", "Rosamund")], Born = BirthDate.Parse("1984"), PncId = "1998/0123456H" },
        A.Nominal("N-4") with { Names = [Registered.Name("Osgathorpe", "Ignatius")], Born = null },
    ];

    // So many that a name which agrees tells more than one a slip away.
    private static readonly Screener Screener = Registered.Screener([.. Known, .. Enumerable.Range(0, 3_000).Select(i => A.Nominal($"Y-{i}") with { Names = [Registered.Name($"Otherby{i}", $"Someone{i}")], Born = BirthDate.Parse("1930-02-03") })]);

    private static string[] Found(PersonDetails wanted, int max = 10) =>
        [.. new NominalSearch(Screener).Find(wanted, max).Best.Select(f => f.Nominal)];

    [Fact]
    public void By_a_surname_alone_those_who_bear_it_come_before_those_who_bear_one_like_it()
    {
        Assert.Equal(["N-1", "N-2"], Found(Nobody with { Names = [Registered.Name("Quillfeather")] }));
        Assert.Equal(["N-1"], Found(Nobody with { Names = [Registered.Name("Quillfeather")] }, max: 1));
    }

    /// <summary>A search remembers words it has compared; matching one person does not.</summary>
    [Fact]
    public void What_a_search_weighs_is_what_matching_weighs_to_the_bit()
    {
        var people = new PeopleGenerator(11);
        Nominal[] register = [.. people.Register(600)];
        var screener = Registered.Screener(register);
        var search = new NominalSearch(screener);
        var compared = 0;
        foreach (var nominal in register.Take(60))
        {
            var name = people.Report(nominal, errors: 1).Names[0];
            foreach (var asked in (PersonName[])[name, name with { Surname = "" }, name with { Given = [] }])
            {
                var wanted = Nobody with { Names = [asked] };
                foreach (var found in search.Find(wanted, 20).Best)
                {
                    var matched = screener.Explain(wanted, found.Nominal, MatchPurpose.ArrestRouting)!;
                    Assert.Equal([.. matched.Fields.Select(f => f.ToString())], found.Fields.Select(f => f.ToString()).ToArray());
                    compared++;
                }
            }
        }

        Assert.InRange(compared, 200, 3_600);
    }

    [Fact]
    public void By_a_given_name_alone() => Assert.Equal(["N-1", "N-3"], Found(Nobody with { Names = [Registered.Name("", "Rosamund")] }).Order());

    [Fact]
    public void By_a_year_of_birth_alone() => Assert.Equal(["N-1", "N-2"], Found(Nobody with { Born = BirthDate.Parse("1983") }).Order());

    [Fact]
    public void By_a_stated_age_alone() => Assert.Equal(["N-1", "N-2", "N-3"], Found(Nobody with { StatedAge = 41 }).Order());

    [Fact]
    public void By_a_PNC_ID_alone_however_it_is_written() => Assert.Equal(["N-1"], Found(Nobody with { PncId = "2003/0011985x" }));

    [Fact]
    public void By_a_birth_date_alone_nobody_born_on_another_day_of_the_year()
    {
        Assert.Equal(["N-2"], Found(Nobody with { Born = BirthDate.Parse("1983-12-28") })[..1]);
        Assert.DoesNotContain("N-1", Found(Nobody with { Names = [Registered.Name("Quillfeather")], Born = BirthDate.Parse("1983-12-28") }));
    }

    [Fact]
    public void Who_lacks_what_is_asked_for_is_kept_and_who_differs_is_left_out()
    {
        Assert.Equal(["N-2"], Found(Nobody with { Names = [Registered.Name("Quillfeather")], Sex = Sex.Male }));
        Assert.Equal(["N-1", "N-3"], Found(Nobody with { Names = [Registered.Name("", "Rosamund")], Sex = Sex.Female }).Order());
        Assert.Equal(["N-4"], Found(Nobody with { Names = [Registered.Name("Osgathorpe")], Born = BirthDate.Parse("1950") }));
    }

    [Fact]
    public void Asking_for_nothing_finds_nobody() => Assert.Empty(Found(Nobody));

    [Fact]
    public void The_order_is_that_of_the_weights_and_nobody_differs_in_what_is_asked()
    {
        var people = new PeopleGenerator(19);
        List<Nominal> register = [.. people.Register(2_000)];
        var screener = Registered.Screener(register);
        var search = new NominalSearch(screener);
        foreach (var (i, nominal) in register.Take(120).Index())
        {
            var wanted = people.Report(nominal, errors: 0) with { Documents = [], Phones = [], Emails = [], Addresses = [] };
            wanted = i % 2 == 0 ? wanted with { Born = BirthDate.Parse($"{nominal.Born!.Value.Year:D4}") } : wanted;
            var found = search.Find(wanted, 20).Best;

            Assert.Equal(nominal.Id, found[0].Nominal);
            Assert.Equal(found.OrderByDescending(f => f.TotalBits).ThenBy(f => f.Nominal, StringComparer.Ordinal).Select(f => f.Nominal), found.Select(f => f.Nominal));
            Assert.All(found, f =>
            {
                var weighed = screener.Explain(wanted, f.Nominal, MatchPurpose.ArrestRouting)!;
                Assert.Equal(weighed.TotalBits - weighed.PriorBits, f.TotalBits, 6);
                Assert.All(f.Fields, field => Assert.NotEqual("different", field.Level));
            });
        }
    }
}

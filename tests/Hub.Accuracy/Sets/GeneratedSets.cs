using System.Collections.Immutable;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Accuracy.Sets;

/// <summary>Labelled sets of invented people, the same on every machine: what CI measures accuracy on, and the command shows the mistakes of.</summary>
internal static class GeneratedSets
{
    private const ulong Seed = 20261122;

    /// <summary>Whose parents may still be about.</summary>
    private const int YoungSince = 1980;

    /// <summary>Each set by its name.</summary>
    public static IReadOnlyDictionary<string, Func<LinkageTask>> All { get; } = new Dictionary<string, Func<LinkageTask>>
    {
        ["link"] = Link,
        ["dedupe"] = Dedupe,
        ["screening"] = Screening,
        ["relatives"] = Relatives,
        ["twins"] = Twins,
    };

    /// <summary>A register of 3,000 and 3,000 reports: half about people on it with 0 to 5 errors, half about others.</summary>
    public static LinkageTask Link()
    {
        var people = new PeopleGenerator(Seed);
        var register = people.Register(3_000).ToList();
        return Task(
            register,
            Enumerable.Range(0, 3_000).Select(i => i % 2 == 0 ? (people.Report(register[i], i / 2 % 6), i) : (people.Stranger(i), -1)),
            MatchPurpose.ArrestRouting);
    }

    /// <summary>3,000 rows about 1,500 people: each as the register has them, and again as a report with 0 to 5 errors.</summary>
    public static LinkageTask Dedupe()
    {
        var people = new PeopleGenerator(Seed + 1);
        (Nominal Nominal, int Entity)[] rows =
        [
            .. people.Register(1_500).SelectMany((n, i) => new[] { (n, i), (AsNominal(people.Report(n, i % 6), $"{n.Id}-again"), i) }),
        ];
        ImmutableArray<LabelledRow> labelled = [.. rows.Select((r, i) => Row(r.Nominal, i))];
        int[] entities = [.. rows.Select(r => r.Entity)];
        return new LinkageTask(labelled, labelled, entities, entities, MatchPurpose.Deduplication);
    }

    /// <summary>2,000 passengers against a register of 10,000: one in ten is on it, with 0 to 3 errors.</summary>
    public static LinkageTask Screening()
    {
        var people = new PeopleGenerator(Seed + 2, ReportOptions.Passenger);
        var register = people.Register(10_000).ToList();
        return Task(
            register,
            Enumerable.Range(0, 2_000).Select(i => i % 10 == 0 ? (people.Report(register[i * 5], i / 10 % 4), i * 5) : (people.Stranger(i), -1)),
            MatchPurpose.BorderScreening);
    }

    /// <summary>Reports about twins and parents of the same name, who are not on the register, while their relative is.</summary>
    public static LinkageTask Relatives()
    {
        var people = new PeopleGenerator(Seed + 3);
        var register = people.Register(2_000).ToList();
        var known = register.Select(Called).ToHashSet();
        var relatives = register.Where(n => n.Born!.Value.Year >= YoungSince).Select((n, i) => i % 2 == 0 ? people.Twin(n) : people.Senior(n));
        return Task(
            register,
            relatives.Where(r => !known.Contains(Called(r))).Take(600).Select(r => (people.Report(r, errors: 0), -1)),
            MatchPurpose.ArrestRouting);
    }

    /// <summary>Reports with 0 to 2 errors about 500 pairs of twins who are both on the register, among 1,000 others.</summary>
    public static LinkageTask Twins()
    {
        var people = new PeopleGenerator(Seed + 4);
        var singles = people.Register(1_500).ToList();
        var register = singles.Concat(singles.Take(500).Select(people.Twin)).ToList();
        var twins = Enumerable.Range(0, 500).Concat(Enumerable.Range(1_500, 500));
        return Task(register, twins.Select((at, i) => (people.Report(register[at], i % 3), at)), MatchPurpose.ArrestRouting);
    }

    // Somebody of this name and birth date is this person, as far as anyone can tell.
    private static (string Surname, string Given, BirthDate? Born) Called(Nominal nominal) =>
        (nominal.Names[0].Surname, nominal.Names[0].Given[0], nominal.Born);

    private static LinkageTask Task(List<Nominal> register, IEnumerable<(PersonDetails Report, int Entity)> reports, MatchPurpose purpose)
    {
        var asked = reports.ToList();
        return new LinkageTask(
            [.. register.Select(Row)],
            [.. asked.Select((r, i) => new LabelledRow(i, $"Q-{i}", null, null, null, r.Report))],
            [.. Enumerable.Range(0, register.Count)],
            [.. asked.Select(r => r.Entity)],
            purpose);
    }

    private static LabelledRow Row(Nominal nominal, int number) => new(number, nominal.Id, null, null, null, new PersonDetails
    {
        Names = nominal.Names,
        Born = nominal.Born,
        Sex = nominal.Sex,
        Nationality = nominal.Nationality,
        PncId = nominal.PncId,
        Documents = nominal.Documents,
        Addresses = nominal.Addresses,
        Phones = nominal.Phones,
        Emails = nominal.Emails,
    });

    private static Nominal AsNominal(PersonDetails person, string id) => new LabelledRow(0, id, null, null, null, person).Nominal;
}

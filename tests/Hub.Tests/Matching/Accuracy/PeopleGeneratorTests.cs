using System.Text.Json;
using Hub.Identifiers;
using Hub.Json;
using Hub.Nominals;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Accuracy;

public sealed class PeopleGeneratorTests
{
    private static readonly PeopleGenerator People = new(1);
    private static readonly List<Nominal> Register = [.. People.Register(20_000)];

    [Fact]
    public void The_same_seed_makes_the_same_people_on_every_machine()
    {
        var json = string.Concat(new PeopleGenerator(1).Register(2_000).Select(n => JsonSerializer.Serialize(n, HubJson.Options)));
        Assert.Equal(9252307770126234820UL, SeededRandom.Number(json));
    }

    [Fact]
    public void A_longer_register_begins_with_the_shorter() => Assert.Equal(Register.Take(777).Select(n => n.ToString()), People.Register(777).Select(n => n.ToString()));

    [Fact]
    public void Reports_do_not_depend_on_the_order_of_asking()
    {
        var alone = JsonSerializer.Serialize(new PeopleGenerator(1).Report(Register[500], 4), HubJson.Options);
        Assert.Equal(alone, JsonSerializer.Serialize(People.Report(Register[500], 4), HubJson.Options));
        Assert.NotEqual(alone, JsonSerializer.Serialize(People.Report(Register[500], 4, variant: 1), HubJson.Options));
    }

    [Fact]
    public void Names_are_as_skewed_as_in_London()
    {
        var surnames = Register.CountBy(n => n.Names[0].Surname).ToDictionary();
        Assert.InRange(surnames["Smith"], 120, 280);
        Assert.InRange(surnames.Count(s => s.Value == 1), 1_500, 8_000);
        Assert.True(surnames.Count > 3_000);
    }

    [Fact]
    public void There_are_families_twins_and_fathers_and_sons_of_one_name()
    {
        var homes = Register.GroupBy(n => string.Join('|', [.. n.Addresses[0].Lines, n.Addresses[0].Postcode])).Where(h => h.Count() > 1).ToList();
        Assert.InRange(homes.Sum(h => h.Count()), 4_000, 8_000);
        Assert.Contains(homes, h => h.GroupBy(n => n.Born).Any(twins => twins.Count() > 1));
        Assert.Contains(homes, h => h.GroupBy(n => n.Names[0].ToString()).Any(same => same.DistinctBy(n => n.Born).Count() > 1));
        Assert.Contains(Register.GroupBy(n => n.Names[0].ToString()), same => same.DistinctBy(n => n.Addresses[0].Postcode).Count() > 1);
    }

    [Fact]
    public void Identifiers_and_postcodes_are_valid()
    {
        Assert.All(Register.Select(n => n.PncId).OfType<string>(), id => Assert.Equal(id, PncId.Parse(id).ToString()));
        Assert.All(Register.SelectMany(n => n.Documents), d => Assert.True(PassportNumber.TryParse(d.Number, d.IssuingState, out _, out _)));
        Assert.All(Register.Select(n => n.Addresses[0].Postcode!).Distinct(), p => Assert.Equal(p, Postcode.Parse(p).ToString()));
        Assert.InRange(Register.Count(n => n.Documents.Length > 0), 9_000, 11_000);
    }

    [Fact]
    public void A_report_without_errors_says_what_the_register_says()
    {
        var report = People.Report(Register[42], 0);
        Assert.Equal(Register[42].Names[0], report.Name);
        Assert.Equal(Register[42].Born, report.Born);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    public void A_report_with_errors_differs_and_is_still_a_person(int errors)
    {
        var reports = Register.Take(500).Select(n => (Nominal: n, Report: People.Report(n, errors))).ToList();
        Assert.All(reports, r => Assert.False(string.IsNullOrWhiteSpace(r.Report.Name.ToString())));
        Assert.InRange(reports.Count(r => JsonSerializer.Serialize(People.Report(r.Nominal, 0, 0), HubJson.Options) != JsonSerializer.Serialize(r.Report, HubJson.Options)), 450, 500);
    }

    [Theory]
    [InlineData(ErrorKind.DayMonthSwapped)]
    [InlineData(ErrorKind.DateDigit)]
    [InlineData(ErrorKind.YearOff)]
    public void Errors_can_be_chosen(ErrorKind kind)
    {
        var people = new PeopleGenerator(1, new ReportOptions().Only(kind));
        var reports = Register.Take(300).Select(n => (Nominal: n, Report: people.Report(n, 1))).ToList();
        Assert.All(reports, r => Assert.Equal(r.Nominal.Names[0], r.Report.Name));
        Assert.InRange(reports.Count(r => r.Report.Born != r.Nominal.Born), 90, 300);
    }

    [Fact]
    public void A_twin_and_a_senior_are_who_they_say()
    {
        var person = Register[7];
        var (twin, senior) = (People.Twin(person), People.Senior(person));
        Assert.Equal((person.Names[0].Surname, person.Born), (twin.Names[0].Surname, twin.Born));
        Assert.NotEqual(person.Names[0].Given[0], twin.Names[0].Given[0]);
        Assert.Equal(person.Names[0], senior.Names[0]);
        Assert.InRange(person.Born!.Value.Year - senior.Born!.Value.Year, 17, 39);
    }
}

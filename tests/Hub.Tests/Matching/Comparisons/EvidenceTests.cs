using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Comparisons;

/// <summary>What holds of all evidence, whatever the persons.</summary>
public sealed class EvidenceTests
{
    private static readonly PeopleGenerator People = new(77);
    private static readonly List<Nominal> Register = [.. People.Register(1_000)];
    private static readonly Screener Screener = Registered.Screener(Register);

    private static IEnumerable<CandidateEvidence> Pairs => Register.Take(400).Select((nominal, i) =>
        Screener.Explain(People.Report(nominal, i % 7), i % 3 == 0 ? Register[^(1 + i)].Id : nominal.Id, (MatchPurpose)(i % 3))!);

    [Fact]
    public void Prior_and_fields_add_up_exactly_to_the_total() => Assert.All(Pairs, evidence =>
        Assert.Equal(Thousandths(evidence.TotalBits), Thousandths(evidence.PriorBits) + evidence.Fields.Sum(f => Thousandths(f.Bits))));

    [Fact]
    public void The_probability_follows_from_the_total_and_from_nothing_else()
    {
        Assert.All(Pairs, evidence => Assert.InRange(evidence.Probability - (1 / (1 + Math.Pow(2, -evidence.TotalBits))), -5e-6, 5e-6));
        var sorted = Pairs.OrderBy(e => e.TotalBits).Select(e => e.Probability).ToList();
        Assert.Equal(sorted.Order(), sorted);
    }

    [Fact]
    public void Every_field_has_words_and_both_values_and_stands_once() => Assert.All(Pairs, evidence =>
    {
        Assert.Distinct(evidence.Fields.Select(f => f.Field));
        Assert.All(evidence.Fields, field =>
        {
            Assert.EndsWith(".", field.Words, StringComparison.Ordinal);

            // The order of names and the relation are facts about other fields, not values.
            if (field.Field is not ("nameOrder" or "relation"))
            {
                Assert.False(string.IsNullOrWhiteSpace(field.Reported));
                Assert.False(string.IsNullOrWhiteSpace(field.Registered));
            }
        });
    });

    [Fact]
    public void A_screening_weighs_as_the_evidence_says()
    {
        foreach (var (i, nominal) in Register.Take(150).Index())
        {
            var report = People.Report(nominal, i % 5);
            Assert.All(Screener.Screen(report, MatchPurpose.ArrestRouting).Candidates, candidate =>
            {
                var evidence = Screener.Explain(report, candidate.Nominal, MatchPurpose.ArrestRouting)!;
                Assert.Equal((candidate.Bits, candidate.Probability), (evidence.TotalBits, evidence.Probability));
            });
        }
    }

    [Fact]
    public void How_many_are_kept_changes_neither_the_outcome_nor_the_best()
    {
        foreach (var (i, nominal) in Register.Take(200).Index())
        {
            var report = People.Report(nominal, i % 5);
            var wide = Screener.Screen(report, MatchPurpose.ArrestRouting, keep: 20);
            Assert.All([1, 2, 5], keep =>
            {
                var narrow = Screener.Screen(report, MatchPurpose.ArrestRouting, keep);
                Assert.Equal(wide.Outcome, narrow.Outcome);
                Assert.Equal(Math.Min(keep, wide.Candidates.Length), narrow.Candidates.Length);
            });
            Assert.Equal(wide.Outcome, Screener.Assess(report, MatchPurpose.ArrestRouting).Outcome);
        }
    }

    [Fact]
    public void To_keep_none_is_no_question() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Screener.Screen(Registered.Report(Register[0]), MatchPurpose.ArrestRouting, keep: 0));

    [Fact]
    public void A_field_that_either_side_lacks_is_not_in_the_evidence()
    {
        var nominal = Register.First(n => n is { PncId: not null, Nationality: not null } && n.Documents.Length > 0 && n.Phones.Length > 0 && n.Emails.Length > 0);
        var whole = Registered.Report(nominal);
        Assert.Superset(new HashSet<string> { "born", "sex", "nationality", "pncId", "document", "postcode", "address", "phone", "email" }, Fields(whole));
        Assert.Equal(["given", "surname"], Fields(new PersonDetails { Names = [nominal.Names[0] with { Given = nominal.Names[0].Given[..1] }] }).Order());
        Assert.DoesNotContain("born", Fields(whole with { Born = null }));
        Assert.DoesNotContain("sex", Fields(whole with { Sex = Sex.Unknown }));
        Assert.DoesNotContain("address", Fields(whole with { Addresses = [new Address { Postcode = "E8 1EA" }] }));
        Assert.DoesNotContain("postcode", Fields(whole with { Addresses = [nominal.Addresses[0] with { Postcode = null }] }));
        Assert.DoesNotContain("surname", Fields(whole with { Names = [Registered.Name("", nominal.Names[0].Given[0])] }));
        Assert.Empty(Fields(new PersonDetails { Names = [] }));

        HashSet<string> Fields(PersonDetails person) => [.. Screener.Explain(person, nominal.Id, MatchPurpose.ArrestRouting)!.Fields.Select(f => f.Field)];
    }

    private static long Thousandths(double bits) => (long)Math.Round(bits * 1000);
}

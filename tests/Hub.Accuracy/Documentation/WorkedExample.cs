using System.Globalization;
using System.Text;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Accuracy.Documentation;

/// <summary>One report about an invented child, assessed against a register of invented people: how evidence reads.</summary>
internal static class WorkedExample
{
    private const int Others = 10_000;
    private const ulong Seed = 3;

    private static readonly Nominal Ottilie = new()
    {
        Id = "N-20417",
        Names = [new PersonName { Surname = "Featherstone", Given = ["Ottilie", "Grace"] }],
        Born = BirthDate.Parse("2011-05-19"),
        Sex = Sex.Female,
        Addresses = [new Address { Lines = ["12 Mornington Row"], Postcode = "NW1 7RG" }],
        Phones = ["020 7946 0144"],
        Updated = DateTimeOffset.UnixEpoch,
    };

    private static readonly Nominal Twin = Ottilie with { Id = "N-20418", Names = [new PersonName { Surname = "Featherstone", Given = ["Beatrix", "Anne"] }] };

    private static readonly PersonDetails Reported = new()
    {
        Names = [new PersonName { Surname = "Fetherstone", Given = ["Tilly"] }],
        Born = BirthDate.Parse("2011-05-19"),
        Sex = Sex.Female,
        Addresses = [new Address { Lines = ["Flat 2", "12 Mornington Row"], Postcode = "NW1 7RH" }],
        Phones = ["07700 900123"],
    };

    public static MatchAssessment Assess(MatchModel model)
    {
        var index = new RegisterIndex(model);
        index.Apply(new RegisterChanges([.. new PeopleGenerator(Seed).Register(Others), Ottilie, Twin], 1));
        return new Screener(index, TimeProvider.System).Assess(Reported, MatchPurpose.ArrestRouting);
    }

    public static string Markdown(MatchModel model)
    {
        var assessment = Assess(model);
        var text = new StringBuilder();
        Line(text, $"Outcome **{Name(assessment.Outcome)}**: {assessment.Because} ({assessment.Considered:N0} nominals share a key; model {assessment.ModelVersion}.)");
        foreach (var candidate in assessment.Candidates)
        {
            Waterfall(text, candidate);
        }

        return text.ToString();
    }

    private static void Waterfall(StringBuilder text, CandidateEvidence candidate)
    {
        Line(text, $"");
        Line(text, $"`{candidate.Nominal}`: {candidate.Verdict}");
        Line(text, $"");
        Line(text, $"| | level | reported | registered | bits | sum |");
        Line(text, $"|---|---|---|---|---:|---:|");
        Line(text, $"| prior | | | | {Bits(candidate.PriorBits)} | {Bits(candidate.PriorBits)} |");
        var sum = candidate.PriorBits;
        foreach (var field in candidate.Fields)
        {
            sum += field.Bits;
            Line(text, $"| {field.Field} | {field.Level} | {field.Reported} | {field.Registered} | {Bits(field.Bits)} | {Bits(sum)} |");
        }

        Line(text, $"| probability {candidate.Probability:0.######} | | | | | {Bits(candidate.TotalBits)} |");
    }

    private static string Name(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Match match => $"match {match.Nominal}",
        MatchOutcome.Possible possible => $"possible {possible.Nominal}",
        MatchOutcome.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
    };

    private static string Bits(double bits) => bits.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

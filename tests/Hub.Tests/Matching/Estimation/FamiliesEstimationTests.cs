using Hub.Matching.Estimation;
using Hub.Nominals;
using Hub.Testing;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Estimation;

/// <summary>Registers of families, twins, namesakes and records with errors, as a register is.</summary>
public sealed class FamiliesEstimationTests
{
    private const int People = 4_000;
    private static readonly EstimationSettings Settings = new() { RandomPairs = 200_000, PairsPerPass = 200_000 };
    private static readonly PeopleGenerator Generator = new(seed: 5);
    private static readonly Nominal[] Register = [.. Generator.Register(People)];

    [Fact]
    public void Families_and_twins_are_not_taken_for_doubles()
    {
        var report = ModelEstimation.Run(DoubledRegister.IndexOf(Register), Settings).Report;
        Assert.True(report.Doubles < 0.005 * People, report.ToMarkdown());
    }

    [Fact]
    public void Records_with_errors_are_found_to_be_doubles()
    {
        const int Doubled = 1_000;
        var again = Register.Take(Doubled).Select((n, i) => Again(n, i));

        var report = ModelEstimation.Run(DoubledRegister.IndexOf([.. Register, .. again]), Settings).Report;

        Assert.InRange(report.Doubles, 0.85 * Doubled, 1.15 * Doubled);
    }

    private static Nominal Again(Nominal nominal, int number)
    {
        var report = Generator.Report(nominal, errors: number % 4);
        return new Nominal
        {
            Id = $"D-{number}",
            Names = report.Names,
            Born = report.Born,
            Sex = report.Sex,
            Nationality = report.Nationality,
            PncId = report.PncId,
            Documents = report.Documents,
            Addresses = report.Addresses,
            Phones = report.Phones,
            Emails = report.Emails,
            Updated = A.Moment,
        };
    }
}

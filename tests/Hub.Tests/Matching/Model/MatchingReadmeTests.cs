using Hub.Accuracy.Documentation;
using Hub.Matching;

namespace Hub.Tests.Matching.Model;

/// <summary>What the matching README says of the model is what the model says.</summary>
public sealed class MatchingReadmeTests
{
    private const string HowToRenew = "Run: dotnet run -c Release --project tests/Hub.Accuracy -- model-table";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root(), MatchingReadme.Place));

    [Fact]
    public void The_generated_parts_of_the_readme_are_those_of_the_shipped_model_and_the_code()
    {
        var (written, now) = (Readme.Split('\n'), MatchingReadme.Renewed(Readme, MatchModel.Shipped).Split('\n'));
        var first = Enumerable.Range(0, Math.Min(written.Length, now.Length)).FirstOrDefault(i => written[i] != now[i], -1);
        Assert.True(written.SequenceEqual(now), $"{MatchingReadme.Place} is not as the model. {HowToRenew}\nFirst difference, line {first + 1}:\n  has    {written.ElementAtOrDefault(first)}\n  should {now.ElementAtOrDefault(first)}");
    }

    [Fact]
    public void The_readme_has_every_generated_part_once() =>
        Assert.Equal(MatchingReadme.Names.Order(), MatchingReadme.NamesIn(Readme).Order());

    [Fact]
    public void The_worked_example_shows_a_nickname_a_slip_and_why_the_twin_lost()
    {
        var assessment = WorkedExample.Assess(MatchModel.Shipped);

        var best = assessment.Candidates[0];
        Assert.Equal(("N-20417", "variant"), (best.Nominal, best.Fields.Single(f => f.Field == "given").Level));
        Assert.Equal(best.TotalBits, best.PriorBits + best.Fields.Sum(f => f.Bits), 3);
        Assert.Equal("N-20418", assessment.Candidates[1].Nominal);
        Assert.Contains("Given name differs", assessment.Candidates[1].Verdict, StringComparison.Ordinal);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from within the source tree.");
    }
}

using Hub.Matching;
using Hub.Matching.Estimation;
using Hub.Testing.People;

namespace Hub.Tests.Matching.Estimation;

public sealed class EstimatedModelFileTests
{
    private static readonly EstimationSettings Settings = new() { RandomPairs = 50_000, PairsPerPass = 2_000, PairsPerBlock = 3, NominalsScreened = 50 };
    private static readonly DoubledRegister Register = new(people: 2_000, doubled: 700);

    [Fact]
    public void The_same_register_and_seed_give_the_same_bytes()
    {
        var first = ModelEstimation.Run(Register.Index(), Settings);
        var second = ModelEstimation.Run(Register.Index(), Settings);

        Assert.Equal(first.ModelFile, second.ModelFile);
        Assert.Equal(first.Report.ToMarkdown(), second.Report.ToMarkdown());
    }

    [Fact]
    public async Task The_order_in_which_the_register_was_loaded_changes_nothing()
    {
        var random = new SeededRandom(7);
        var shuffled = DoubledRegister.IndexOf(Register.Nominals.OrderBy(_ => random.Next()), batch: 37);
        await shuffled.SettledAsync();

        var first = ModelEstimation.Run(Register.Index(), Settings);
        var second = ModelEstimation.Run(shuffled, Settings);

        Assert.Equal(first.ModelFile, second.ModelFile);
        Assert.Equal(first.Report.ToMarkdown(), second.Report.ToMarkdown());
    }

    [Fact]
    public void Another_seed_draws_other_pairs() => Assert.NotEqual(
        ModelEstimation.Run(Register.Index(), Settings).ModelFile,
        ModelEstimation.Run(Register.Index(), Settings with { Seed = 2, Version = "other" }).ModelFile.Replace("other", "2026", StringComparison.Ordinal));

    [Fact]
    public void The_file_is_read_as_a_model_with_the_priors_and_thresholds_of_the_old_one()
    {
        var result = ModelEstimation.Run(Register.Index(), Settings with { Register = "register.csv of 2026-11-22" });

        var read = MatchModel.Parse(result.ModelFile);

        Assert.Equal($"{MatchModel.Shipped.Version}+r1", read.Version);
        Assert.Contains("register.csv of 2026-11-22 (2700 nominals)", read.Source, StringComparison.Ordinal);
        Assert.Equal(MatchModel.Shipped.Purposes.OrderBy(p => p.Key), read.Purposes.OrderBy(p => p.Key));
        foreach (var (name, comparison) in result.Model.Comparisons)
        {
            Assert.Equal(comparison.Levels, read.Comparisons[name].Levels);
            Assert.Equal(MatchModel.Shipped.Comparisons[name].Strength, read.Comparisons[name].Strength);
        }
    }

    [Fact]
    public void A_model_estimated_from_an_estimated_one_has_the_next_version()
    {
        var once = MatchModel.Parse(ModelEstimation.Run(Register.Index(), Settings).ModelFile);
        var index = new RegisterIndex(once);
        index.Apply(new(Register.Nominals, 1));

        var twice = ModelEstimation.Run(index, Settings);

        Assert.Equal($"{MatchModel.Shipped.Version}+r2", twice.Model.Version);
        Assert.Equal(once.Version, twice.Report.FromVersion);
    }

    [Fact]
    public void The_report_counts_what_becomes_of_every_candidate_looked_at()
    {
        var report = ModelEstimation.Run(Register.Index(), Settings).Report;

        Assert.Equal(Enum.GetValues<MatchPurpose>(), report.Outcomes.Select(o => o.Purpose));
        Assert.Single(report.Outcomes.Select(o => o.Counts.Sum(c => c.Pairs)).Distinct());
        Assert.True(report.Outcomes[0].Counts.Sum(c => c.Pairs) > 0);
        Assert.Contains("## What this changes", report.ToMarkdown(), StringComparison.Ordinal);
    }
}

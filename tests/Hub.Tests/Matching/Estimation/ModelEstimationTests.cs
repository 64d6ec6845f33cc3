using Hub.Matching;
using Hub.Matching.Estimation;
using Hub.Matching.Model;

namespace Hub.Tests.Matching.Estimation;

public sealed class ModelEstimationTests
{
    private static readonly EstimationSettings Settings = new() { RandomPairs = 200_000, PairsPerPass = 200_000 };
    private static readonly DoubledRegister Register = new(people: 3_000, doubled: 1_500);
    private static readonly Lazy<EstimationResult> Estimated = new(() => ModelEstimation.Run(Register.Index(), Settings));

    [Theory]
    [InlineData("surname")]
    [InlineData("given")]
    [InlineData("born")]
    [InlineData("sex")]
    [InlineData("document")]
    [InlineData("postcode")]
    public void How_often_a_field_of_the_same_person_agrees_is_found_without_being_told_who_is_the_same(string comparison)
    {
        // Other levels, which no pair of this register shows, keep what they had.
        var levels = Estimated.Value.Model.Comparisons[comparison].Levels;
        var differing = levels.First(l => l.Level == "different");
        Assert.Equal(Register.Agreeing[comparison], levels[0].M / (levels[0].M + differing.M), 0.025);
    }

    [Fact]
    public void How_often_a_field_of_others_agrees_is_that_of_pairs_drawn_at_random()
    {
        var model = Estimated.Value.Model;
        Assert.InRange(First(model, "surname").U, DoubledRegister.ChanceOfName * 0.8, DoubledRegister.ChanceOfName * 1.2);
        Assert.Equal(0.5, First(model, "sex").U, 0.01);
    }

    [Fact]
    public void Doubles_among_the_pairs_drawn_at_random_do_not_make_agreement_by_chance_commoner()
    {
        // One pair in 6,750 is one person: without allowing for it, a birth date would agree in four times as many pairs.
        Assert.InRange(First(Estimated.Value.Model, "born").U, 1 / (1.5 * 60 * 365), 1.5 / (60 * 365));
    }

    [Fact]
    public void The_report_says_how_many_are_on_the_register_twice() =>
        Assert.InRange(Estimated.Value.Report.Doubles, 1_400, 1_600);

    [Fact]
    public void A_register_of_which_nobody_is_on_it_twice_keeps_every_m()
    {
        var result = ModelEstimation.Run(new DoubledRegister(people: 2_000, doubled: 0).Index(), Settings);

        Assert.Equal(0, result.Report.Doubles);
        Assert.All(result.Report.Levels, level => Assert.Equal(level.OldM, level.M, level.OldM * 0.001));
        Assert.DoesNotContain(result.Report.Passes, pass => pass.IsUsed);
        Assert.Contains("every m is kept", result.Report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_the_register_lacks_keeps_its_figures_and_the_report_says_so()
    {
        var result = ModelEstimation.Run(new DoubledRegister(people: 1_000, doubled: 400, withPostcode: false).Index(), Settings);

        var levels = result.Report.Levels.Where(l => l.Comparison == "postcode").ToArray();
        Assert.NotEmpty(levels);
        Assert.All(levels, l => Assert.Equal((l.OldM, l.OldU, LevelNote.MKept | LevelNote.UKept), (l.M, l.U, l.Note)));
        Assert.Contains(result.Report.ToMarkdown().Split('\n'), line => line.StartsWith("| postcode | same |", StringComparison.Ordinal) && line.Contains("m kept; u kept", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Report.Levels, l => l is { Comparison: "surname", Level: "exact" } && l.Note.HasFlag(LevelNote.MKept));
    }

    [Fact]
    public void A_level_that_only_reports_have_keeps_its_figures() =>
        Assert.All(Estimated.Value.Report.Levels.Where(l => l is { Comparison: "bornInPart" }), l => Assert.Equal((l.OldM, l.OldU), (l.M, l.U)));

    [Fact]
    public void Nothing_becomes_impossible_or_certain_and_the_levels_of_a_comparison_make_up_the_whole()
    {
        foreach (var (name, comparison) in Estimated.Value.Model.Comparisons)
        {
            Assert.All(comparison.Levels, level => Assert.True(level is { M: > 0 and < 1, U: > 0 and < 1 }, $"{name} {level}"));
            if (Estimated.Value.Report.Levels.Any(l => l.Comparison == name && l.Matches > 0) && comparison.Levels.Count > 1)
            {
                Assert.Equal(1, comparison.Levels.Sum(l => l.M), 0.002);
                Assert.Equal(1, comparison.Levels.Sum(l => l.U), 0.002);
            }
        }
    }

    [Fact]
    public void A_register_too_small_is_refused_with_its_size()
    {
        var refusal = Assert.Throws<EstimationRefusedException>(() => ModelEstimation.Run(new DoubledRegister(people: 150, doubled: 0).Index(), Settings));
        Assert.Contains("150 nominals", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_when_it_is_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => ModelEstimation.Run(Register.Index(), Settings, new CancellationToken(canceled: true)));

    private static LevelModel First(MatchModel model, string comparison) => model.Comparisons[comparison].Levels[0];
}

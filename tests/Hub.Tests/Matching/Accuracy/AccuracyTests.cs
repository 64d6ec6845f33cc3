using Hub.Accuracy.Metrics;
using Hub.Accuracy.Runs;
using Hub.Accuracy.Sets;
using Hub.Matching;
using Xunit.Abstractions;

namespace Hub.Tests.Matching.Accuracy;

/// <summary>
/// Accuracy may not fall: the shipped model on generated sets. The floors are what was measured, less a small margin;
/// raise them when matching improves.
/// </summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Reports_find_their_nominal() =>
        await HoldsAsync(GeneratedSets.Link(), new Floors(Precision: 0.985, Recall: 0.97, SurePrecision: 0.998, SureRecall: 0.71, Blocking: 0.99));

    [Fact]
    public async Task A_register_finds_its_doubles() =>
        await HoldsAsync(GeneratedSets.Dedupe(), new Floors(Precision: 0.91, Recall: 0.975, SurePrecision: 0.998, SureRecall: 0.73, Blocking: 0.99));

    [Fact]
    public async Task Passengers_on_the_register_are_found_and_others_left_alone() =>
        await HoldsAsync(GeneratedSets.Screening(), new Floors(Precision: 0.97, Recall: 0.935, SurePrecision: 0.998, SureRecall: 0.66, Blocking: 0.99));

    [Fact]
    public async Task Twins_who_are_both_on_the_register_are_told_apart() =>
        await HoldsAsync(GeneratedSets.Twins(), new Floors(Precision: 0.955, Recall: 0.995, SurePrecision: 0.998, SureRecall: 0.88, Blocking: 0.99));

    [Fact]
    public async Task Nobody_is_identified_as_their_twin_or_as_their_child_of_the_same_name()
    {
        var outcome = await RunAsync(GeneratedSets.Relatives());
        output.WriteLine($"shown {outcome.Pairs.Count(p => p.Is(PairMarks.Shown))} of {outcome.Task.Queries.Length}");
        Assert.DoesNotContain(outcome.Pairs, p => p.Is(PairMarks.Sure));
    }

    private async Task HoldsAsync(LinkageTask task, Floors floors)
    {
        var outcome = await RunAsync(task);
        var total = task.TruePairs;
        var (shown, sure) = (outcome.At(PairMarks.Shown, total), outcome.At(PairMarks.Sure, total));
        var blocking = (double)outcome.TrueWith(PairMarks.Blocked) / total;
        var best = BestThreshold.Over(outcome.Scored, total)!.Value;
        output.WriteLine($"shown P {shown.Precision:0.0000} R {shown.Recall:0.0000} F1 {shown.F1:0.0000}; sure P {sure.Precision:0.0000} R {sure.Recall:0.0000}; blocking {blocking:0.0000}; best F1 {best.At.F1:0.0000} at {best.Bits}");
        Assert.InRange(shown.Precision, floors.Precision, 1);
        Assert.InRange(shown.Recall, floors.Recall, 1);
        Assert.InRange(sure.Precision, floors.SurePrecision, 1);
        Assert.InRange(sure.Recall, floors.SureRecall, 1);
        Assert.InRange(blocking, floors.Blocking, 1);
    }

    private static Task<LinkageOutcome> RunAsync(LinkageTask task) => new LinkageRun(task, MatchModel.Shipped, keep: 20).RunAsync(null, CancellationToken.None);

    /// <param name="Precision">Of what is shown to a person.</param>
    /// <param name="Recall">Of what is shown to a person.</param>
    /// <param name="SurePrecision">Of what nobody looks at.</param>
    /// <param name="SureRecall">Of what nobody looks at.</param>
    /// <param name="Blocking">Share of the true pairs the blocking brings together.</param>
    private sealed record Floors(double Precision, double Recall, double SurePrecision, double SureRecall, double Blocking);
}

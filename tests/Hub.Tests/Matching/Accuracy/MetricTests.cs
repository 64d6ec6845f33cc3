using Hub.Accuracy.Metrics;

namespace Hub.Tests.Matching.Accuracy;

public sealed class MetricTests
{
    private static ScoredPair True(double bits) => new(bits, true);

    private static ScoredPair False(double bits) => new(bits, false);

    [Fact]
    public void Precision_recall_and_f1_follow_from_the_counts()
    {
        var a = new Agreement(TruePositives: 6, FalsePositives: 2, FalseNegatives: 4);
        Assert.Equal(0.75, a.Precision);
        Assert.Equal(0.6, a.Recall);
        Assert.Equal(12.0 / 18, a.F1, 12);
    }

    [Fact]
    public void Nothing_to_find_and_nothing_found_is_perfect_agreement() => Assert.Equal((1, 1, 1), (default(Agreement).Precision, default(Agreement).Recall, default(Agreement).F1));

    [Fact]
    public void A_threshold_takes_all_pairs_of_equal_bits()
    {
        // Could the sweep stop between the two at 5 bits, it would find F1 = 1.
        var best = BestThreshold.Over([True(9), True(5), False(5), False(1)], trueTotal: 2)!.Value;
        Assert.Equal(5, best.Bits);
        Assert.Equal(new Agreement(2, 1, 0), best.At);
    }

    [Fact]
    public void The_best_threshold_counts_true_pairs_that_were_never_scored_as_missed()
    {
        var best = BestThreshold.Over([True(3), False(2)], trueTotal: 4)!.Value;
        Assert.Equal((3.0, new Agreement(1, 0, 3)), (best.Bits, best.At));
    }

    [Fact]
    public void Of_equally_good_thresholds_the_highest_is_taken()
    {
        var best = BestThreshold.Over([True(4), False(3), False(2), True(1)], trueTotal: 2)!.Value;
        Assert.Equal(4, best.Bits);
        Assert.Equal(2.0 / 3, best.At.F1, 12);
    }

    [Fact]
    public void Without_pairs_there_is_no_threshold() => Assert.Null(BestThreshold.Over([], 3));

    [Theory]
    [InlineData(new[] { 3.0, 4.0 }, new[] { 1.0, 2.0 }, 1.0)]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 3.0, 4.0 }, 0.0)]
    [InlineData(new[] { 2.0 }, new[] { 2.0 }, 0.5)]
    [InlineData(new[] { 1.0, 3.0 }, new[] { 2.0, 3.0 }, 0.375)]
    public void Auc_is_how_often_a_true_pair_scores_above_a_false_one_and_ties_are_half(double[] trueBits, double[] falseBits, double expected) =>
        Assert.Equal(expected, RankSum.Auc([.. trueBits.Select(True), .. falseBits.Select(False)])!.Value, 12);

    [Fact]
    public void Auc_by_ranks_is_auc_by_counting()
    {
        ScoredPair[] pairs = [.. Enumerable.Range(0, 200).Select(i => new ScoredPair(i * 37 % 23, i * 53 % 7 < 3))];
        var counted = pairs.Where(p => p.IsTrue).SelectMany(_ => pairs.Where(p => !p.IsTrue), (t, f) => t.Bits > f.Bits ? 1.0 : t.Bits == f.Bits ? 0.5 : 0).Average();
        Assert.Equal(counted, RankSum.Auc(pairs)!.Value, 12);
    }

    [Fact]
    public void Auc_needs_both_kinds()
    {
        Assert.Null(RankSum.Auc([True(1), True(2)]));
        Assert.Null(RankSum.Auc([False(1)]));
    }

    [Fact]
    public void Recall_at_a_limit_stops_before_too_many_false_pairs()
    {
        ScoredPair[] pairs = [True(10), False(9), True(8), False(7), True(6), .. Enumerable.Range(0, 98).Select(i => False(-i))];
        Assert.Equal(2.0 / 3, FalsePositiveLimit.Recall(pairs, 0.01)!.Value, 12);
        Assert.Equal(1.0, FalsePositiveLimit.Recall(pairs, 0.02)!.Value, 12);
        Assert.Equal(1.0 / 3, FalsePositiveLimit.Recall(pairs, 0)!.Value, 12);
    }

    [Fact]
    public void Recall_at_a_limit_does_not_split_a_tie()
    {
        ScoredPair[] pairs = [True(5), True(5), False(5), False(1)];
        Assert.Equal(0, FalsePositiveLimit.Recall(pairs, 0.25)!.Value);
    }

    [Fact]
    public void True_pairs_within_a_file_are_counted_once_and_rows_without_entity_not()
    {
        Assert.Equal(3 + 1, TruePairs.Within([1, 1, 2, 1, 2, -1, -1, 3]));
        Assert.Equal(0, TruePairs.Within([]));
    }

    [Fact]
    public void True_pairs_across_files_are_every_row_with_every_row_of_the_same_entity() =>
        Assert.Equal(2 + 2 + 1, TruePairs.Across([1, 1, 2, -1], [1, 1, 2, -1, 5]));

    [Fact]
    public void A_shuffle_by_the_same_seed_is_the_same()
    {
        int[] a = [.. Enumerable.Range(0, 50)], b = [.. Enumerable.Range(0, 50)];
        SeededShuffle.Shuffle(a, 7);
        SeededShuffle.Shuffle(b, 7);
        Assert.Equal(a, b);
        Assert.NotEqual(Enumerable.Range(0, 50), a);
        Assert.Equal(Enumerable.Range(0, 50), a.Order());
    }
}

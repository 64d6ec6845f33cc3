using Hub.Accuracy.Runs;

namespace Hub.Tests.Matching.Accuracy;

public sealed class PairTableTests
{
    [Fact]
    public void Within_one_file_a_pair_counts_once_with_its_larger_score_and_all_its_marks()
    {
        var table = new PairTable(within: true);
        table.Add(new WeighedPair(1, 2, 3.5, PairMarks.Kept));
        table.Add(new WeighedPair(2, 1, 4.5, PairMarks.Kept | PairMarks.Shown));
        table.Add(new WeighedPair(1, 2, double.NegativeInfinity, PairMarks.Blocked));
        Assert.Equal([new WeighedPair(1, 2, 4.5, PairMarks.Kept | PairMarks.Shown | PairMarks.Blocked)], table.Merge());
    }

    [Fact]
    public void Across_files_a_pair_and_its_mirror_are_two()
    {
        var table = new PairTable(within: false);
        table.Add(new WeighedPair(2, 1, 1, PairMarks.Kept));
        table.Add(new WeighedPair(1, 2, 2, PairMarks.Kept));
        Assert.Equal([new WeighedPair(1, 2, 2, PairMarks.Kept), new WeighedPair(2, 1, 1, PairMarks.Kept)], table.Merge());
    }
}

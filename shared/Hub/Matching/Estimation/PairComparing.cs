using Hub.Matching.Comparisons;
using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>Compares nominals of one register with each other by the product's own comparisons.</summary>
internal sealed class PairComparing
{
    private readonly FieldResult[] results = new FieldResult[(int)Field.Count];
    private readonly RegisterRows rows;

    public PairComparing(RegisterRows rows, MatchModel model)
    {
        this.rows = rows;
        Pair = new Comparing
        {
            Words = new Words(rows.Snapshot.Terms.Tokens.Current, []),
            Terms = rows.Snapshot.Terms,
            Model = model.Compiled,
            Population = rows.Snapshot.Count,
        };
    }

    public Comparing Pair { get; }

    public ReadOnlySpan<FieldResult> Results => results;

    public LevelPattern Compare(int first, int second)
    {
        rows.Read(first, Pair.Reported);
        rows.Read(second, Pair.Registered);
        Weigh();

        // Made of the other results: no evidence of its own.
        results[(int)Field.Relation] = default;
        return LevelPattern.Of(results);
    }

    /// <summary>The sum of the weights, thousandths of a bit, of the two that have been read.</summary>
    public int Weigh()
    {
        Array.Clear(results);
        return AllComparisons.First(Pair, results) + AllComparisons.Rest(Pair, results);
    }
}

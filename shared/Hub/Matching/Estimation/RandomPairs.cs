namespace Hub.Matching.Estimation;

/// <summary>Pairs drawn at random: hardly any is one person twice, so that their levels are those of chance.</summary>
internal static class RandomPairs
{
    private const int LookUpEvery = 4096;

    public static PatternCounts Of(RegisterRows rows, PairComparing comparing, EstimationSettings settings, CancellationToken cancellationToken)
    {
        var counts = new PatternCounts();
        if ((long)rows.Count * (rows.Count - 1) / 2 <= settings.RandomPairs)
        {
            for (var first = 0; first < rows.Count; first++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var second = first + 1; second < rows.Count; second++)
                {
                    counts.Add(comparing.Compare(first, second));
                }
            }

            return counts;
        }

        var random = new SplitMix64(settings.Seed);
        for (var i = 0; i < settings.RandomPairs; i++)
        {
            if (i % LookUpEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var (first, second) = random.TwoBelow(rows.Count);
            counts.Add(comparing.Compare(first, second));
        }

        return counts;
    }
}

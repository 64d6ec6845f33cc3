using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>The pairs of one pass, by pattern.</summary>
/// <param name="Holders">Nominals that have such a key.</param>
/// <param name="InBlocks">Pairs that share one.</param>
/// <param name="Share">Of the blocks, which share was taken, 0 to 1.</param>
internal sealed record BlockedPairs(PatternCounts Counts, int Holders, long InBlocks, double Share)
{
    /// <param name="holders">Keys and who has them, ordered.</param>
    public static BlockedPairs Of((ulong Key, int Row)[] holders, PairComparing comparing, EstimationSettings settings, CancellationToken cancellationToken)
    {
        var (inBlocks, allowed) = (0L, 0L);
        foreach (var (start, end) in Blocks(holders))
        {
            var pairs = Pairs(end - start);
            inBlocks += pairs;
            allowed += Math.Min(pairs, settings.PairsPerBlock);
        }

        // Whole blocks are taken or left, by their key.
        var all = allowed <= settings.PairsPerPass;
        var limit = all ? 0 : (ulong)(((UInt128)(ulong)settings.PairsPerPass << 64) / (ulong)allowed);
        var counts = new PatternCounts();
        foreach (var (start, end) in Blocks(holders))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SplitMix64(Hashing.Combine(settings.Seed, holders[start].Key));
            if (all || random.Next() < limit)
            {
                Take(holders, start, end, random, comparing, settings.PairsPerBlock, counts);
            }
        }

        return new BlockedPairs(counts, holders.Length, inBlocks, all ? 1 : settings.PairsPerPass / (double)allowed);
    }

    private static long Pairs(int size) => (long)size * (size - 1) / 2;

    private static void Take((ulong Key, int Row)[] holders, int start, int end, SplitMix64 random, PairComparing comparing, int most, PatternCounts counts)
    {
        if (Pairs(end - start) > most)
        {
            var standingFor = Pairs(end - start) / (double)most;
            for (var i = 0; i < most; i++)
            {
                var (first, second) = random.TwoBelow(end - start);
                counts.Add(comparing.Compare(holders[start + first].Row, holders[start + second].Row), standingFor);
            }

            return;
        }

        for (var first = start; first < end; first++)
        {
            for (var second = first + 1; second < end; second++)
            {
                counts.Add(comparing.Compare(holders[first].Row, holders[second].Row));
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Blocks((ulong Key, int Row)[] holders)
    {
        for (var (start, end) = (0, 1); start < holders.Length; (start, end) = (end, end + 1))
        {
            while (end < holders.Length && holders[end].Key == holders[start].Key)
            {
                end++;
            }

            if (end - start > 1)
            {
                yield return (start, end);
            }
        }
    }
}

using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>Who has which key of each pass.</summary>
internal static class PassKeys
{
    private const int LookUpEvery = 4096;

    /// <summary>For each pass, its keys and the rows that have them, ordered. One key of a nominal only, the first of its kind: so no pair comes twice.</summary>
    public static (ulong Key, int Row)[][] Of(RegisterRows rows, PairComparing comparing, CancellationToken cancellationToken)
    {
        var passes = BlockingPass.All;
        var holders = passes.Select(_ => new List<(ulong Key, int Row)>()).ToArray();
        var keys = new BlockingKey[BlockingKeys.Max];
        for (var row = 0; row < rows.Count; row++)
        {
            if (row % LookUpEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            rows.Read(row, comparing.Pair.Reported);
            var count = BlockingKeys.Of(comparing.Pair.Reported, comparing.Pair.Words, asked: false, keys);
            for (var pass = 0; pass < passes.Length; pass++)
            {
                foreach (var key in keys.AsSpan(0, count))
                {
                    if (key.Kind == passes[pass].Kind)
                    {
                        holders[pass].Add((key.Value, row));
                        break;
                    }
                }
            }
        }

        return [.. holders.Select(h => h.Order().ToArray())];
    }
}

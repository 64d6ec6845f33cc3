using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>Which word of one name is which of another's, each used once.</summary>
internal static class WordAssignment
{
    private const byte MostWithin = 1 + (byte)TokenLevel.Similar;
    private const int None = int.MaxValue;

    /// <summary>Finds the pairs that agree, the most alike first, of equals those of one role. Returns how many.</summary>
    public static int Find(Comparing pair, RoleWords a, RoleWords b, Span<WordPair> found, int withoutA = -1, int withoutB = -1)
    {
        Span<int> prices = stackalloc int[RoleWords.Max * RoleWords.Max];
        prices = prices[..(a.Count * b.Count)];
        Price(pair, a, b, prices);
        Drop(prices, b.Count, withoutA, withoutB);
        var count = 0;
        while (count < found.Length && !prices.IsEmpty)
        {
            var best = 0;
            for (var i = 1; i < prices.Length; i++)
            {
                best = prices[i] < prices[best] ? i : best;
            }

            if (prices[best] == None)
            {
                break;
            }

            var (row, column) = (best / b.Count, best % b.Count);
            found[count++] = new((byte)row, (byte)column, (byte)(prices[best] / 2), a.IsSurname(row), b.IsSurname(column));
            Drop(prices, b.Count, row, column);
        }

        return count;
    }

    /// <summary>Whether any word stands clearly in another role: most names have none, and need no assignment.</summary>
    public static bool AnyAcross(Comparing pair, RoleWords a, RoleWords b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                if (a.IsSurname(i) != b.IsSurname(j) && IsClear(NameWordComparison.Level(pair, a.Word(pair.Reported, i), b.Word(pair.Registered, j))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // In another role only what clearly agrees counts.
    private static bool IsClear(byte level) =>
        (TokenLevel)(level - 1) is <= TokenLevel.OneSlip or TokenLevel.SoundsAlike or TokenLevel.TwoSlips;

    private static void Drop(Span<int> prices, int columns, int row, int column)
    {
        for (var i = 0; i < prices.Length && row >= 0; i++)
        {
            prices[i] = i / columns == row || i % columns == column ? None : prices[i];
        }
    }

    private static void Price(Comparing pair, RoleWords a, RoleWords b, Span<int> prices)
    {
        prices.Fill(None);
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                var level = NameWordComparison.Level(pair, a.Word(pair.Reported, i), b.Word(pair.Registered, j));
                var across = a.IsSurname(i) != b.IsSurname(j);
                if (across ? IsClear(level) : level <= MostWithin)
                {
                    prices[(i * b.Count) + j] = (level * 2) + (across ? 1 : 0);
                }
            }
        }
    }
}

/// <summary>Two words that agree, by their places in <see cref="RoleWords"/>.</summary>
internal readonly record struct WordPair(byte Reported, byte Registered, byte Level, bool OfSurname, bool OfRegisteredSurname)
{
    public bool IsAcross => OfSurname != OfRegisteredSurname;
}

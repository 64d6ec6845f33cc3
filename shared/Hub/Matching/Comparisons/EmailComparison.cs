namespace Hub.Matching.Comparisons;

/// <summary>E-mail addresses: the same, the same before the @, a slip or two in that part, different.</summary>
internal static class EmailComparison
{
    private const byte Same = 1;
    private const byte OtherProvider = 2;
    private const byte Alike = 3;
    private const byte Different = 4;

    public static FieldResult Compare(Comparing pair)
    {
        var best = default(FieldResult);
        var reported = pair.Reported.Emails;
        var registered = pair.Registered.Emails;
        for (var i = 0; i < reported.Length; i++)
        {
            for (var j = 0; j < registered.Length; j++)
            {
                var level = Level(pair.Reported.Text(reported[i]), pair.Registered.Text(registered[j]));
                best = !best.IsCompared || level < best.Level ? pair.Result(Field.Email, level, i, j) : best;
            }
        }

        return best;
    }

    private static byte Level(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.SequenceEqual(b))
        {
            return Same;
        }

        var x = Local(a);
        var y = Local(b);
        const int Shortest = 5;
        if (x.SequenceEqual(y) && x.Length >= Shortest)
        {
            return OtherProvider;
        }

        var shorter = Math.Min(x.Length, y.Length);
        var allowed = shorter < Shortest ? 0 : shorter < 8 ? 1 : shorter < 13 ? 2 : 3;
        return EditDistance.Within(x, y, allowed) <= allowed && allowed > 0 ? Alike : Different;
    }

    private static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> address) => address.IndexOf((byte)'@') is > 0 and var at ? address[..at] : address;
}

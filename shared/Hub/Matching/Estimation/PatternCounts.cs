using System.Runtime.InteropServices;

namespace Hub.Matching.Estimation;

/// <summary>How often each pattern was seen. There are thousands of patterns in millions of pairs.</summary>
internal sealed class PatternCounts
{
    private readonly Dictionary<LevelPattern, (long Pairs, double StandingFor)> counts = [];

    public long Pairs { get; private set; }

    /// <param name="standingFor">For how many pairs of the register this one was taken.</param>
    public void Add(LevelPattern pattern, double standingFor = 1)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, pattern, out _);
        count.Pairs++;
        count.StandingFor += standingFor;
        Pairs++;
    }

    /// <summary>In an order of their own, so that sums over them come out the same whatever order the pairs came in.</summary>
    public PatternCount[] Ordered() => [.. counts.Select(c => new PatternCount(c.Key, c.Value.Pairs, c.Value.StandingFor)).OrderBy(c => c.Pattern)];
}

/// <summary>One pattern.</summary>
/// <param name="Pairs">Pairs compared that showed it.</param>
/// <param name="StandingFor">For how many pairs these were taken.</param>
internal readonly record struct PatternCount(LevelPattern Pattern, long Pairs, double StandingFor);

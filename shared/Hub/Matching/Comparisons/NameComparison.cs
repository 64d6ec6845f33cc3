using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>
/// Names: the best agreement of any of the report's names with any of the register's, as written, with surname and
/// given names the other way round, or word by word across both. A part that one side lacks says nothing.
/// </summary>
internal static class NameComparison
{
    public static void Compare(Comparing pair, Span<FieldResult> results)
    {
        Span<FieldResult> tried = stackalloc FieldResult[(int)Field.NameOrder + 1];
        var best = int.MinValue;
        var reported = pair.Reported.Names;
        var registered = pair.Registered.Names;
        for (var i = 0; i < reported.Length; i++)
        {
            for (var j = 0; j < registered.Length; j++)
            {
                tried.Clear();
                Compare(pair, reported[i], registered[j], tried);
                var sum = 0;
                foreach (ref var result in tried)
                {
                    result = result with { Reported = (byte)i, Registered = (byte)j };
                    sum += result.Weight;
                }

                if (sum > best && tried.ContainsAnyExcept(default(FieldResult) with { Reported = (byte)i, Registered = (byte)j }))
                {
                    best = sum;
                    tried.CopyTo(results);
                }
            }
        }
    }

    private static void Compare(Comparing pair, NameRange a, NameRange b, Span<FieldResult> results)
    {
        var straight = AsWritten(pair, a, b, results);
        var written = results[(int)Field.Surname];
        if (!MayBeSwapped(results))
        {
            return;
        }

        Span<FieldResult> other = stackalloc FieldResult[results.Length];
        if (Swapped(pair, a, b, other) is { } swapped && swapped > straight)
        {
            other.CopyTo(results);
            straight = swapped;
        }

        if (HasSeveral(a) || HasSeveral(b))
        {
            other.Clear();
            if (AcrossRoles.Compare(pair, a, b, written, other) is { } across && across > straight)
            {
                other.CopyTo(results);
            }
        }
    }

    private static int AsWritten(Comparing pair, NameRange a, NameRange b, Span<FieldResult> results)
    {
        results[(int)Field.Surname] = SurnameComparison.Compare(pair, a.Surname, b.Surname);
        results[(int)Field.Given] = GivenComparison.Compare(pair, a.Given, b.Given, out var from, out var at);
        if (a.Given.Count > 1 && b.Given.Count > 1 && from != GivenComparison.Together)
        {
            results[(int)Field.Middle] = MiddleComparison.Compare(pair, a.Given, b.Given, from, at);
        }

        Contradiction.Limit(results);
        return results[(int)Field.Surname].Weight + results[(int)Field.Given].Weight + results[(int)Field.Middle].Weight;
    }

    private static bool HasSeveral(NameRange name) => name.Surname.Count + name.Given.Count > 2;

    // Looked at only where the names as written leave something to explain.
    private static bool MayBeSwapped(ReadOnlySpan<FieldResult> results) =>
        results[(int)Field.Surname].Level is 0 or > (byte)TokenLevel.Similar || results[(int)Field.Given].Level is 0 or > (byte)TokenLevel.Similar;

    private static int? Swapped(Comparing pair, NameRange a, NameRange b, Span<FieldResult> results)
    {
        results[(int)Field.Surname] = Crossed(pair, Field.Surname, TermRole.Given, a.Surname, b.Given);
        results[(int)Field.Given] = Crossed(pair, Field.Given, TermRole.Surname, a.Given, b.Surname);
        if (results[(int)Field.Surname].Weight < 0 || results[(int)Field.Given].Weight < 0
            || !(results[(int)Field.Surname].IsCompared || results[(int)Field.Given].IsCompared))
        {
            return null;
        }

        results[(int)Field.NameOrder] = pair.Result(Field.NameOrder, 1);
        return results[(int)Field.Surname].Weight + results[(int)Field.Given].Weight + results[(int)Field.NameOrder].Weight;
    }

    private static FieldResult Crossed(Comparing pair, Field field, TermRole role, WordRange reported, WordRange registered)
    {
        if (reported.Count == 0 || registered.Count == 0)
        {
            return default;
        }

        var best = default(FieldResult);
        for (var i = 0; i < reported.Count; i++)
        {
            var asked = pair.Reported.Word(reported, i);
            var (level, index) = NameWordComparison.Best(pair, asked, registered);
            if (best.IsCompared && level >= best.Level)
            {
                continue;
            }

            best = new(level, level == Levels.NameDifferent ? pair.Model.Weight(field, level) : pair.TermWeight(field, level, role, asked, pair.Registered.Word(registered, index)));
        }

        return best;
    }
}

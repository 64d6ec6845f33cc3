using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>
/// The given names besides the one compared first, patronymics among them. Each that agrees speaks for, each left over
/// on the side with fewer against; left out on one side they say nothing.
/// </summary>
internal static class MiddleComparison
{
    private const byte Exact = 1;
    private const byte Alike = 2;
    private const byte Initial = 3;
    private const byte Different = 4;
    private const byte Partly = 5;

    // Those after them add little that these did not say.
    private const int MostCounted = 2;

    /// <param name="reportedFirst">The place of the given name already compared.</param>
    /// <param name="registeredFirst">The place of that compared with it.</param>
    public static FieldResult Compare(Comparing pair, WordRange reported, WordRange registered, int reportedFirst, int registeredFirst)
    {
        if (reported.Count == 2 && registered.Count == 2)
        {
            var (asked, known) = (pair.Reported.Word(reported, 1 - reportedFirst), pair.Registered.Word(registered, 1 - registeredFirst));
            return Of(pair, NameWordComparison.Level(pair, asked, known), asked, known);
        }

        return Several(pair, new(new(default, reported)), new(new(default, registered)), reportedFirst, registeredFirst);
    }

    /// <summary>The evidence of one further given name.</summary>
    public static FieldResult Of(Comparing pair, byte wordLevel, int asked, int known)
    {
        var level = (TokenLevel)(wordLevel - 1) switch
        {
            TokenLevel.Same => Exact,
            TokenLevel.Initial => Initial,
            <= TokenLevel.NearSkeleton => Alike,
            _ => Different,
        };
        return level == Different ? pair.Result(Field.Middle, level) : new(level, pair.TermWeight(Field.Middle, level, TermRole.Given, asked, known));
    }

    private static FieldResult Several(Comparing pair, RoleWords reported, RoleWords registered, int reportedFirst, int registeredFirst)
    {
        Span<WordPair> words = stackalloc WordPair[RoleWords.Max];
        words = words[..WordAssignment.Find(pair, reported, registered, words, reportedFirst, registeredFirst)];
        var (worst, weight, agree) = ((byte)0, 0, 0);
        foreach (var word in words)
        {
            var found = Of(pair, word.Level, reported.Word(pair.Reported, word.Reported), registered.Word(pair.Registered, word.Registered));
            if (found.Level != Different)
            {
                weight += agree < MostCounted ? found.Weight : 0;
                worst = Math.Max(worst, found.Level);
                agree++;
            }
        }

        if (agree == 0)
        {
            return pair.Result(Field.Middle, Different);
        }

        var differ = Math.Min(reported.Count, registered.Count) - 1 - agree;
        return differ == 0 ? new(worst, weight) : new(Partly, weight + pair.Model.Weight(Field.Middle, Different));
    }
}

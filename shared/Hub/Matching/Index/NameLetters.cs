using System.Numerics;

namespace Hub.Matching.Index;

/// <summary>
/// Which letters the names of a record have: tells in a moment that two names cannot be alike, before either is read.
/// </summary>
internal static class NameLetters
{
    // Of a name misspelt in two places at most so many letters are not in the other; of one cut short, none.
    private const int MostMissing = 2;

    /// <summary>The letters of surname and given names; every letter where a record has several names, or lacks that part.</summary>
    public static (uint Surname, uint Given) Of(Traits traits, Words words)
    {
        var names = traits.Names;
        return names.Length == 1 ? (Of(traits, words, names[0].Surname), Of(traits, words, names[0].Given)) : (uint.MaxValue, uint.MaxValue);
    }

    /// <summary>Whether names with these letters may be alike.</summary>
    /// <param name="thorough">True to be content with less: for few persons, where time is no matter.</param>
    public static bool MayBeAlike(uint a, uint b, bool thorough)
    {
        var (onlyA, onlyB) = (BitOperations.PopCount(a & ~b), BitOperations.PopCount(b & ~a));
        var (fewer, more) = (Math.Min(onlyA, onlyB), Math.Max(onlyA, onlyB));
        return fewer == 0 || (thorough ? fewer <= MostMissing : fewer + more <= 2 * MostMissing);
    }

    private static uint Of(Traits traits, Words words, WordRange range)
    {
        if (range.Count == 0)
        {
            return uint.MaxValue;
        }

        var letters = 0u;
        for (var i = 0; i < range.Count; i++)
        {
            letters |= words[traits.Word(range, i)].Letters;
        }

        return letters;
    }
}

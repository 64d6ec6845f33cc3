using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>
/// What nominals are counted by, as numbers that are the same on every machine and in every run: a word in a role, a year of
/// birth, a nationality, being there at all. Two of 4 million share one of 64 bits once in two million registers.
/// </summary>
internal static class TermNumber
{
    private const ulong Years = 10;
    private const ulong Nationalities = 11;

    public static ulong Population { get; } = Hashing.Combine(12, 0);

    public static ulong WithNationality { get; } = Hashing.Combine(13, 0);

    public static ulong OfWord(TermRole role, string word) => Hashing.Combine((ulong)role + 1, Hashing.OfText(word));

    public static ulong OfYear(int year) => Hashing.Combine(Years, (ulong)TermStatistics.YearCounted(year));

    public static ulong OfNationality(ushort nationality) => Hashing.Combine(Nationalities, nationality);
}

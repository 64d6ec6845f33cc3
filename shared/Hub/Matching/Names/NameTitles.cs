using System.Collections.Frozen;

namespace Hub.Matching.Names;

/// <summary>Words before and after a name that are not of it.</summary>
internal static class NameTitles
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "mr mrs ms miss mx master dr doctor prof professor rev reverend sir dame lord lady hon capt col sgt pc "
        + "monsieur madame mme mlle herr frau senor senora sr sra don dona signor signora pan pani "
        + "sheikh shaikh shaykh sheik shaik sheikha shaykha mullah mulla molla maulana mawlana moulana maulvi molvi imam "
        + "haji hajji hadji hajj hadj alhaj alhaji hajjah sayyid sayyed syed sayed saiyed sayid seyed seyyed hafiz "
        + "ustad ustadh ustaz sri shri smt kumari sardar baba haji rabbi rav");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = Set(
        "jr jnr junior sr snr senior ii iii iv esq esquire phd obe mbe cbe kc qc sahib saheb");

    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    public static bool IsSuffix(ReadOnlySpan<char> word) => Suffixes.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
}

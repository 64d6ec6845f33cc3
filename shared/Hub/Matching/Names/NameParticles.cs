using System.Collections.Frozen;

namespace Hub.Matching.Names;

/// <summary>Small words in names: of, the, son of. Written, joined, or left out as each clerk likes.</summary>
internal static class NameParticles
{
    private const int MinRest = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Everywhere = Set(
        "van von vande vander vanden der den het ter ten zu zum zur de della dello degli dei del des du da do dos das di la las los le les "
        + "el ul ibn bin bint binte binti bn bnt abn ould wuld ap");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InSurnames = Set("al ben y e og bar bat");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeSurnames = Set("mc mac o d l fitz st saint");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeGivenNames = Set("la le de da du");

    // No surname of its own begins with these and four letters more: Vandersteen, Delacruz, Alhassan.
    private static readonly string[] Prefixes = ["vander", "vanden", "vande", "dela", "della", "alh", "alk", "alq", "alsh", "elh", "elk", "elsh"];

    /// <summary>Whether the word says nothing beside others. Al is short for Alan where it is the first given name.</summary>
    public static bool IsParticle(ReadOnlySpan<char> word, NameRole role, bool isFirst) => role == NameRole.Surname
        ? Everywhere.Contains(word) || InSurnames.Contains(word)
        : isFirst ? Everywhere.Contains(word) && !BeforeGivenNames.Contains(word) : Everywhere.Contains(word) || word is "al";

    /// <summary>Whether the word makes one with the next: Mc Donald; as first given name La Toya, De Shawn.</summary>
    public static bool JoinsNext(ReadOnlySpan<char> word, NameRole role, bool isFirst) =>
        role == NameRole.Surname ? BeforeSurnames.Contains(word) : isFirst && BeforeGivenNames.Contains(word);

    /// <summary>Whether a word before the last belongs to the surname: the van of Jan van Dyck, the Mac of Iain Mac Donald.</summary>
    public static bool LeadsSurname(ReadOnlySpan<char> word) =>
        Everywhere.Contains(word) || word is "al" or "ben" || (word.Length > 1 && BeforeSurnames.Contains(word));

    public static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Prefixes)
        {
            // Of the Arabic ones only the article goes, the letter after it shows that it is one.
            var length = prefix[1] == 'l' ? 2 : prefix.Length;
            if (word.Length >= length + MinRest && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return word[length..];
            }
        }

        return word;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
}

using System.Collections.Frozen;
using Hub.Matching.Names.Sounds;
using Hub.Places;

namespace Hub.Matching.Names;

/// <summary>
/// Which words are of one name. A group of <c>given-name-variants.data.json</c> is a name with its diminutives and
/// spellings, of <c>surname-variants.data.json</c> a surname with spellings no rule finds, of
/// <c>given-name-languages.data.json</c> one name as other languages have it. Written from general knowledge.
/// </summary>
public sealed class VariantTable
{
    /// <summary>Groups from here on hold one name in several languages: likely one person only abroad.</summary>
    public const ushort FirstLanguageGroup = 0x8000;

    private static readonly Lazy<VariantTable> Published = new(() => new VariantTable(
        [.. Groups("given-name-variants.data.json"), .. Groups("surname-variants.data.json")],
        Groups("given-name-languages.data.json")));

    private readonly FrozenDictionary<string, ushort[]> _groups;
    private readonly FrozenDictionary<uint, ushort[]> _bySpelling;

    private VariantTable(List<string[]> variants, List<string[]> languages)
    {
        var groups = new Dictionary<string, SortedSet<ushort>>();
        Add(groups, variants, 1);
        Add(groups, languages, FirstLanguageGroup);
        _groups = groups.ToFrozenDictionary(word => word.Key, word => word.Value.ToArray());
        _bySpelling = groups
            .GroupBy(word => SpellingKey.Of(word.Key), word => word.Value)
            .ToFrozenDictionary(alike => alike.Key, alike => alike.SelectMany(known => known).Distinct().Order().ToArray());
    }

    /// <summary>The table as published with the hub.</summary>
    public static VariantTable Default => Published.Value;

    /// <summary>
    /// The groups of a word, ascending; empty where it has none. A word the table has not takes the groups of those spelt
    /// otherwise and heard the same: Kristofer those of Kristopher.
    /// </summary>
    public ushort[] Find(string word, uint spelling) =>
        _groups.TryGetValue(word, out var known) || _bySpelling.TryGetValue(spelling, out known) ? known : [];

    private static void Add(Dictionary<string, SortedSet<ushort>> groups, List<string[]> families, ushort first)
    {
        foreach (var family in families)
        {
            foreach (var word in family)
            {
                if (!groups.TryGetValue(word, out var known))
                {
                    groups[word] = known = [];
                }

                known.Add(first);
            }

            first++;
        }
    }

    private static List<string[]> Groups(string resource) =>
        [.. EmbeddedData.Read<SortedDictionary<string, string[]>>(resource).Select(entry => (string[])[entry.Key, .. entry.Value])];
}

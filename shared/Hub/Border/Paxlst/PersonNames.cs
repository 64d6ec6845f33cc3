using System.Collections.Immutable;
using Hub.Border.Edifact;
using Hub.Matching;
using Hub.Persons;

namespace Hub.Border.Paxlst;

/// <summary>
/// The name in a NAD: surname, given name and further given names as components of C080, or in one piece there or
/// among the free lines of C058.
/// </summary>
internal static class PersonNames
{
    private const int NameLines = 3;
    private const int PartyName = 4;
    private const int PartyNameComponents = 5;

    /// <summary>The name, and a second reading of it where it was in one piece; empty where there is none.</summary>
    public static ImmutableArray<PersonName> Read(SegmentReader segments)
    {
        var surname = segments.Text(PartyName);
        var given = GivenNames(segments);
        if (given.Length == 0)
        {
            return InOnePiece(surname.Length > 0 ? surname : FreeLines(segments));
        }

        return [new PersonName { Surname = HasLetter(surname) ? surname : "", Given = given }];
    }

    private static ImmutableArray<string> GivenNames(SegmentReader segments)
    {
        var given = ImmutableArray.CreateBuilder<string>();
        for (var component = 1; component < PartyNameComponents; component++)
        {
            given.AddRange(Words(segments.Text(PartyName, component)));
        }

        return given.DrainToImmutable();
    }

    private static string FreeLines(SegmentReader segments) =>
        string.Join(' ', Enumerable.Range(0, PartyNameComponents).Select(component => segments.Text(NameLines, component)));

    private static ImmutableArray<PersonName> InOnePiece(string text)
    {
        if (!HasLetter(text))
        {
            return [];
        }

        if (text.Split('/', 2, StringSplitOptions.TrimEntries) is [var before, var after])
        {
            return HasLetter(before) ? [new PersonName { Surname = before, Given = Words(after) }] : InOnePiece(after);
        }

        var name = FullName.Read(text);
        var words = Words(text);
        // Lists write the surname first as often as last; only a comma, or a single word, leaves no doubt.
        return text.Contains(',', StringComparison.Ordinal) || words.Length < 2
            ? [name]
            : [new PersonName { Surname = words[0], Given = words[1..] }, name with { Kind = NameKind.Alias }];
    }

    private static ImmutableArray<string> Words(string text) => !HasLetter(text) ? []
        : !text.Contains(' ', StringComparison.Ordinal) ? [text]
        : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(HasLetter)];

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}

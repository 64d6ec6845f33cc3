using System.Collections.Frozen;
using Hub.Matching;
using Hub.Persons;

namespace Hub.Border.Manifests.Csv;

/// <summary>
/// Reads names as carriers write them: <c>SMITH/JOHN PAUL MR</c>, <c>SMITH&lt;&lt;JOHN</c>, and what
/// <see cref="FullName"/> reads. The titles of tickets go.
/// </summary>
internal static class WrittenName
{
    private const int MaxGiven = 50;

    /// <summary>So short a rest is no name with a title joined to it: AMR is a name.</summary>
    private const int LeastBeforeTitle = 3;

    private static readonly FrozenSet<string> Titles =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "MX", "DR", "CHD", "INF", "INFT", "CNN", "INS");

    // Reservation systems join the title to the last name. MS is left out: names end in it.
    private static readonly string[] JoinedTitles = ["MSTR", "MISS", "MRS", "MR"];

    private static readonly char[] Fillers = [' ', '<', '\t'];

    /// <summary>Null where no part has a word.</summary>
    internal static PersonName? Of(string? surname, string? given, string? middle)
    {
        var name = new PersonName { Surname = surname ?? "", Given = [.. WithoutTitles(Words(given)), .. WithoutTitles(Words(middle))] };
        return name is { Surname: "", Given: [] } ? null : name;
    }

    /// <summary>A name written in one piece; null where it has no word.</summary>
    internal static PersonName? Of(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var filler = text.IndexOf("<<", StringComparison.Ordinal);
        if (slash >= 0)
        {
            return Of(Joined(text[..slash]), Ticketed(text[(slash + 1)..].Replace('/', ' ')), middle: null);
        }

        if (filler >= 0)
        {
            return Of(Joined(text[..filler]), text[filler..], middle: null);
        }

        var name = FullName.Read(string.Join(' ', WithoutTitles(Words(text))));
        return name is { Surname: "", Given: [] } ? null : name;
    }

    private static string Ticketed(string given)
    {
        var title = JoinedTitles.FirstOrDefault(t => given.TrimEnd().EndsWith(t, StringComparison.Ordinal));
        var rest = title is null ? given : given.TrimEnd()[..^title.Length];
        return rest.Length - (rest.LastIndexOf(' ') + 1) >= LeastBeforeTitle ? rest : given;
    }

    private static string Joined(string text) => string.Join(' ', Words(text));

    private static string[] Words(string? text) => text?.Split(Fillers, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static IEnumerable<string> WithoutTitles(string[] words)
    {
        var first = words.Length > 1 && Titles.Contains(words[0].TrimEnd('.')) ? 1 : 0;
        var end = words.Length;
        while (end > first && Titles.Contains(words[end - 1].TrimEnd('.')))
        {
            end--;
        }

        return words[first..end].Take(MaxGiven);
    }
}

using Hub.Matching.Names;
using Hub.Matching.Names.Scripts;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// Reads a name written in one piece: <c>SMITH, John Paul</c>, or <c>John Paul Smith</c>, whose last word with the
/// particles before it is the surname. Chinese and Korean names without spaces begin with it. A single word is a surname.
/// Titles and suffixes go, <c>John Smith, Jr.</c> too. Nothing to read leaves both parts empty.
/// </summary>
public static class FullName
{
    public static PersonName Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text[..Math.Min(text.Length, NameText.MaxLength)];
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0)
        {
            var (surname, given) = (Words(text[..comma]), Words(text[(comma + 1)..].Replace(',', ' ')));
            if (given is [var suffix] && surname.Count > 1 && NameTitles.IsSuffix(NameText.Normalise(suffix)))
            {
                return InOrder(surname);
            }

            return surname is [] ? InOrder(given) : new PersonName { Surname = string.Join(' ', surname), Given = [.. given] };
        }

        return InOrder(Words(text));
    }

    private static PersonName InOrder(List<string> words)
    {
        if (words is [var only])
        {
            return FromOneWord(only);
        }

        var surname = Math.Max(words.Count - 1, 0);
        while (surname > 1 && NameParticles.LeadsSurname(NameText.Normalise(words[surname - 1])))
        {
            surname--;
        }

        return new PersonName { Surname = string.Join(' ', words[surname..]), Given = [.. words[..surname]] };
    }

    private static PersonName FromOneWord(string word)
    {
        var family = HanScript.FamilyLength(word);
        return family == 0
            ? new PersonName { Surname = word }
            : new PersonName { Surname = word[..family], Given = [word[family..]] };
    }

    /// <summary>The words as written, without what says nothing, titles and suffixes.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => NameText.Normalise(word).Length > 0)];
        while (words.Count > 1 && NameTitles.IsTitle(NameText.Normalise(words[0])))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && NameTitles.IsSuffix(NameText.Normalise(words[^1])))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }
}

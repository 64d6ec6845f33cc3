namespace Hub.Matching.Names;

/// <summary>
/// Splits a name into the words that are compared, in one canonical form:
/// <list type="bullet">
/// <item>titles and suffixes (mr, sheikh, jr) go, and particles (van der, de la, al, bin) go, where another word stays;</item>
/// <item>what makes one word with the next is joined to it: mc, mac, o, fitz, d, st before a surname;</item>
/// <item>abd, abdul, abdel and their article are joined as abd: Abd al-Rahman and Abdurrahman are abdrahman;</item>
/// <item>particles written joined to a surname go where no surname begins so: vanderberg is berg, alhassan hassan.</item>
/// </list>
/// A name of titles or particles only keeps them; one of punctuation only has no words.
/// </summary>
public static class NameWords
{
    public const int MaxWords = 8;
    public const int MaxLetters = 32;

    /// <summary>Adds the words of a name to a list, at most <see cref="MaxWords"/> of <see cref="MaxLetters"/>.</summary>
    public static void Split(string? text, NameRole role, List<string> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        Span<char> buffer = stackalloc char[NameText.MaxLength];
        ReadOnlySpan<char> name = buffer[..NameText.Normalise(text, buffer)];
        if (name.IsEmpty)
        {
            return;
        }

        if (!name.Contains(' '))
        {
            into.Add(Word(name, text, role));
            return;
        }

        Span<Range> ranges = stackalloc Range[NameText.MaxLength / 2];
        ranges = ranges[..name.Split(ranges, ' ')];
        var kept = Keep(name, ranges, role);
        var start = into.Count;
        for (var i = 0; i < kept.Length && into.Count - start < MaxWords; i++)
        {
            var word = name[kept[i]];
            if (i + 1 < kept.Length && NameParticles.JoinsNext(word, role, i == 0))
            {
                into.Add(Joined(word, name[kept[++i]], role));
            }
            else if (i + 1 < kept.Length && AbdNames.IsServant(word))
            {
                // Abd ar-Rahman: articles whose l became the next word's first sound are no particles elsewhere.
                i += i + 2 < kept.Length && AbdNames.IsArticle(name[kept[i + 1]]) ? 1 : 0;
                into.Add(AbdNames.Join(name[kept[++i]]));
            }
            else
            {
                into.Add(Word(word, null, role));
            }
        }
    }

    /// <summary>The words left when titles, then suffixes, then particles went; never none.</summary>
    private static Span<Range> Keep(ReadOnlySpan<char> name, Span<Range> words, NameRole role)
    {
        while (words.Length > 1 && NameTitles.IsTitle(name[words[0]]))
        {
            words = words[1..];
        }

        while (words.Length > 1 && NameTitles.IsSuffix(name[words[^1]]))
        {
            words = words[..^1];
        }

        var kept = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = name[words[i]];
            if (!NameParticles.IsParticle(word, role, i == 0))
            {
                words[kept++] = words[i];
            }
        }

        return kept == 0 ? words[^1..] : words[..kept];
    }

    private static string Joined(ReadOnlySpan<char> first, ReadOnlySpan<char> second, NameRole role)
    {
        if (first.SequenceEqual("saint"))
        {
            first = "st";
        }

        return Word(string.Concat(first, second), null, role);
    }

    private static string Word(ReadOnlySpan<char> word, string? text, NameRole role)
    {
        word = word[..Math.Min(word.Length, MaxLetters)];
        if (AbdNames.Canonical(word) is { } servant)
        {
            return servant;
        }

        if (role == NameRole.Surname)
        {
            word = NameParticles.WithoutPrefix(word);
        }

        return text is not null && word.SequenceEqual(text) ? text : word.ToString();
    }
}

using System.Collections.Immutable;
using Hub.Json;

namespace Hub.Matching.Searching;

/// <summary>Takes the words of a search together to what they say: the longest that makes a date, a postcode or a telephone number first.</summary>
internal sealed class SearchTerms(List<SearchWord> words, DateOnly today, SearchErrors errors)
{
    private int at;
    private bool otherName;

    public List<Term> Read()
    {
        var terms = new List<Term>();
        while (at < words.Count)
        {
            var first = words[at];
            if ((first.Label is { } label ? AfterLabel(label) : Announced() ?? Dated() ?? Aged() ?? Several() ?? One()) is { } term)
            {
                terms.Add(term with { EndsPart = words[at - 1].EndsPart });
            }
        }

        return terms;
    }

    private Term? AfterLabel(SearchField field)
    {
        var number = words[at++].Number;
        if (at == words.Count || words[at].Label is not null)
        {
            errors.Add(FieldErrorCode.Required, $"Word {number}: nothing stands after the colon.");
            return null;
        }

        if (IsOfSeveralWords(field) && Taken(field) is { } term)
        {
            return term;
        }

        var word = words[at++];
        return LabelledTerm.Of(field, word.Text, today, errors, word.Number);
    }

    private static bool IsOfSeveralWords(SearchField field) =>
        field is SearchField.Born or SearchField.Postcode or SearchField.Phone or SearchField.PncId or SearchField.CroNumber or SearchField.Document or SearchField.Age;

    // Values of several words need no quotes where they make one together: of a telephone number the fewest that do.
    private Term? Taken(SearchField field)
    {
        var most = IsOfSeveralWords(field) ? Run(SearchPhones.MaxWords) : 1;
        if (field == SearchField.Phone && Phone() is { } phone)
        {
            return phone;
        }

        for (var count = field == SearchField.Phone ? 1 : most; count > 0; count--)
        {
            if ((field != SearchField.Document || SearchNumbers.IsInGroups(words.Skip(at).Take(count))) && NumberMeanings.Of(field, Text(count), today, out _) is { } meaning)
            {
                at += count;
                return Term.Sure(meaning);
            }
        }

        return null;
    }

    private Term? Phone()
    {
        for (var count = 1; count <= Run(SearchPhones.MaxWords); count++)
        {
            if (SearchPhones.IsPhoneOnly(Text(count)) && NumberMeanings.Of(SearchField.Phone, Text(count), today, out _) is { } meaning)
            {
                at += count;
                return Term.Sure(meaning);
            }
        }

        return null;
    }

    // dob 4.3.71: a label without its colon, where what follows is what it says. Otherwise it is a name.
    private Term? Announced()
    {
        if (words[at].IsQuoted || SearchLabels.Announced(words[at].Text) is not { } field || at + 1 == words.Count || words[at + 1].Label is not null)
        {
            return null;
        }

        var start = at++;
        at += at + 1 < words.Count && SearchLabels.IsFiller(words[at].Text) ? 1 : 0;
        if (Taken(field) is { Ways: [[var meaning]] } term && (field != SearchField.Id || meaning.Value.Any(char.IsAsciiDigit)))
        {
            return term;
        }

        at = start;
        return null;
    }

    private Term? Dated()
    {
        for (var count = Run(SearchDates.MaxWords); count > 0; count--)
        {
            var text = SearchDates.Plain(Text(count));
            var read = SearchDates.Of(text, today);
            if (read.Born is not { } born)
            {
                if (read.Problem is { } problem && IsMeantAsDate(text, count))
                {
                    errors.Add(FieldErrorCode.NotADate, $"Word {words[at].Number}: {problem}");
                    at += count;
                    return Nothing;
                }

                continue;
            }

            var first = words[at].Text;
            at += count;
            return count == 2 && SearchDates.IsNameToo(first)
                ? new Term([[Meaning.Of(born)], [new Meaning(SearchField.Name, first), Meaning.Of(Persons.BirthDate.Parse($"{born.Year:D4}"))]])
                : Term.Sure(Meaning.Of(born));
        }

        return null;
    }

    // Written as a date is, with separators, a month's name or in three words; bare digits may be something else.
    private static bool IsMeantAsDate(string text, int count) => count switch
    {
        1 => text.AsSpan().ContainsAny('/', '.', '-') && !text.AsSpan().ContainsAnyExceptInRange('-', '9'),
        2 => text.Any(char.IsAsciiLetter),
        _ => true,
    };

    // SW1A 1AA; 020 7946 0144; 2003 / 0011985X
    private Term? Several()
    {
        if (Phone() is { } phone)
        {
            return phone;
        }

        if (Run(2) == 2 && words[at + 1].Text.Length == InwardLength && NumberMeanings.Of(SearchField.Postcode, Text(2), today, out _) is { } postcode)
        {
            at += 2;
            return Term.Sure(postcode);
        }

        if (SearchNumbers.Grouped(words, at, Run(SearchNumbers.MaxGroups)) is > 1 and var groups && NumberMeanings.Of(Text(groups).Replace(" ", "", StringComparison.Ordinal), today, out _) is { IsEmpty: false } ways)
        {
            at += groups;
            return new Term(ways);
        }

        return null;
    }

    // 34 yrs; 34 years old
    private Term? Aged()
    {
        if (Run(2) < 2 || !SearchNumbers.IsYears(words[at + 1].Text) || NumberMeanings.Of(SearchField.Age, words[at].Text, today, out _) is not { } age)
        {
            return null;
        }

        at += Run(3) == 3 && words[at + 2].Text.Equals("old", StringComparison.OrdinalIgnoreCase) ? 3 : 2;
        return Term.Sure(age);
    }

    private const int InwardLength = 3;

    private static readonly Term Nothing = new(ImmutableArray<ImmutableArray<Meaning>>.Empty);

    private Term? One()
    {
        var word = words[at++];
        if (!word.Text.Any(char.IsAsciiDigit) && !word.Text.Contains('@', StringComparison.Ordinal))
        {
            return AName(word);
        }

        if (NumberMeanings.Of(SearchField.Postcode, word.Text, today, out _) is { } postcode)
        {
            return Term.Sure(postcode);
        }

        if (words.Count > 1 && !word.IsQuoted && SearchNumbers.IsTooShort(word.Text))
        {
            errors.Add(FieldErrorCode.InvalidIdentifier, $"Word {word.Number}: {SearchNumbers.TooShort}");
            return null;
        }

        var ways = NumberMeanings.Of(word.Text, today, out var problem);
        if (problem is not null)
        {
            errors.Add(FieldErrorCode.InvalidIdentifier, $"Word {word.Number}: {problem}");
        }

        return ways.IsEmpty ? null : new Term(ways);
    }

    private Term? AName(SearchWord word)
    {
        if (NameText.Normalise(word.Text) is { Length: > 0 } plain)
        {
            if (!otherName && !word.IsQuoted && word.Number > 1 && at < words.Count && plain is "aka" or "alias" or "nee")
            {
                otherName = true;
                return Nothing;
            }

            return Term.Sure(new Meaning(SearchField.Name, word.Text) { IsOtherName = otherName });
        }

        // A dash or a full stop between words says nothing; a sign of another kind may have been a name.
        if (!word.Text.All(char.IsAscii))
        {
            errors.Add(FieldErrorCode.Required, $"Word {word.Number}: has no letter or digit that can be looked for.");
        }

        return null;
    }

    /// <summary>How many words from here may belong together: none of them quoted, said to be something, or parted by a comma.</summary>
    private int Run(int most)
    {
        var count = 0;
        while (count < most && at + count < words.Count && words[at + count].Label is null && (count == 0 || !words[at + count].IsQuoted))
        {
            count++;
            if (words[at + count - 1].IsQuoted)
            {
                break;
            }
        }

        return count;
    }

    private string Text(int count) => string.Join(' ', words.Skip(at).Take(count).Select(w => w.Text));
}

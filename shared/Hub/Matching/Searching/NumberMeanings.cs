using System.Collections.Immutable;
using System.Globalization;
using Hub.Identifiers;
using Hub.Persons;

namespace Hub.Matching.Searching;

/// <summary>Everything that one word which is no name may be: numbers, codes, postcodes, an e-mail address.</summary>
internal static class NumberMeanings
{
    public const string NoCode = "Reads like a PNC ID, a CRO number or a date and fits none of them: look at its digits and its check letter.";

    private const int OldestAge = 120;
    private const int ShortestReference = 4;
    private const int LongestOutward = 4;
    private const int MostLetters = 64;

    /// <summary>Each way to take the word; none, with a problem, where it is none of these.</summary>
    public static ImmutableArray<ImmutableArray<Meaning>> Of(string text, DateOnly today, out string? problem)
    {
        problem = null;
        if (text.Contains('@', StringComparison.Ordinal))
        {
            if (Of(SearchField.Email, text, today, out problem) is not { } email)
            {
                return [];
            }

            problem = null;
            return [[email]];
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return Of(SearchField.Document, text, today, out problem) is { } document ? [[document]] : [];
        }

        // Who wrote a check letter that fits meant that number.
        SearchField[] checkedFirst = [SearchField.PncId, SearchField.CroNumber, SearchField.Postcode];
        var sure = checkedFirst.Select(field => Of(field, text, today, out _)).OfType<Meaning>().ToArray();
        if (text.Contains('/', StringComparison.Ordinal) || sure.Any(m => m.Field == SearchField.Postcode))
        {
            problem = sure.Length == 0 ? NoCode : null;
            return [.. sure.Select(m => ImmutableArray.Create(m))];
        }

        SearchField[] others = SearchPhones.IsPhoneOnly(text) ? [SearchField.Phone] : [SearchField.Document, SearchField.Phone, SearchField.VisorReference, SearchField.Id];
        var ways = sure.Concat(Digits(text) is { } digits ? SearchDates.OfDigits(digits, today).Select(Meaning.Of) : [])
            .Concat(others.Select(field => Of(field, text, today, out _)).OfType<Meaning>())
            .Select(m => ImmutableArray.Create(m)).ToImmutableArray();
        problem = ways.IsEmpty ? "Can be read as nothing that is on the register." : null;
        return ways;
    }

    /// <summary>A text that is said to be of one field; null, with a problem, where it is none.</summary>
    public static Meaning? Of(SearchField field, string text, DateOnly today, out string? problem)
    {
        problem = null;
        switch (field)
        {
            case SearchField.Born:
                var born = SearchDates.Of(text, today);
                if (born.Born is null && Digits(text) is { } digits && SearchDates.OfDigits(digits, today).Cast<BirthDate?>().FirstOrDefault() is { } date)
                {
                    return Meaning.Of(date);
                }

                problem = born.Problem ?? SearchDates.Expected;
                return born.Born is { } read ? Meaning.Of(read) : null;
            case SearchField.PncId:
                return PncId.TryParse(text, today.Year, out var pnc, out problem) ? new(field, pnc.ToString()) : null;
            case SearchField.CroNumber:
                return CroNumber.TryParse(text, out var cro, out problem) ? new(field, cro.ToString()) : null;
            case SearchField.Postcode:
                return Postcode.TryParse(text, out var postcode, out problem) ? new(field, postcode.ToString()) : Outward(text);
            case SearchField.Document:
                return Document(text, out problem);
            case SearchField.Phone:
                problem = "A telephone number has 6 to 15 digits.";
                return SearchPhones.Of(text) is { } number ? new(field, number) : null;
            case SearchField.Age:
                problem = "An age is written in whole years, such as aged 34.";
                return text.Length is > 0 and <= 3 && Digits(text) is not null && int.Parse(text, CultureInfo.InvariantCulture) is var age and <= OldestAge ? new(field, $"{age}") : null;
            case SearchField.Email:
                var at = text.IndexOf('@', StringComparison.Ordinal);
                problem = "An e-mail address is written such as someone@example.com.";
                return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && text.Length <= Nominals.NominalJson.MaxTextLength && !text.Any(char.IsWhiteSpace) ? new(field, text) : null;
            case SearchField.VisorReference:
                problem = $"A ViSOR reference has {ShortestReference} to {MostLetters} letters and digits, a digit among them.";
                var squeezed = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
                return squeezed.Length is >= ShortestReference and <= MostLetters && squeezed.Any(char.IsAsciiDigit) ? new(field, squeezed) : null;
            default:
                problem = $"An id has 1 to {Nominals.NominalJson.MaxIdLength} characters.";
                return text.Length is > 0 and <= Nominals.NominalJson.MaxIdLength ? new(field, text) : null;
        }
    }

    private static Meaning? Document(string text, out string? problem)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return PassportNumber.TryParse(colon < 0 ? text : text[(colon + 1)..], colon < 0 ? null : text[..colon], out var passport, out problem) && passport.Number.Any(char.IsAsciiDigit)
            ? new(SearchField.Document, passport.Number, State: passport.IssuingState)
            : null;
    }

    // An outward part is what makes a postcode when an inward part is put behind it.
    private static Meaning? Outward(string text) =>
        text.Length is > 1 and <= LongestOutward && text.All(char.IsAsciiLetterOrDigit) && Postcode.TryParse($"{text}1AA", out var postcode, out _)
            ? new(SearchField.Postcode, postcode.Outward)
            : null;

    private static string? Digits(string text) => text.All(char.IsAsciiDigit) ? text : null;
}

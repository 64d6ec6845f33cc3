using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Hub.Json;
using Hub.Time;

namespace Hub.Matching.Searching;

/// <summary>
/// Reads what an officer knows of a person: free words in any order and any mix, words with a label
/// (<c>surname:smith born:1971-03-04</c>), and single parameters. A word that may be two things is taken as both.
/// Nothing is passed over: what cannot be read is an error.
/// </summary>
public static class SearchReading
{
    /// <summary>The parameter of free text.</summary>
    public const string FreeText = "q";

    /// <summary>The longest text taken for one parameter.</summary>
    public const int MaxLength = 200;

    /// <param name="text">Free text; null where there is none.</param>
    /// <param name="given">What was said of single fields, with the name of the parameter.</param>
    /// <param name="now">Decides the century of short years, and what is still to come.</param>
    /// <param name="errors">Everything that cannot be read, by parameter; none where the question is not null.</param>
    public static bool TryRead(
        string? text, IEnumerable<(SearchField Field, string Parameter, string Value)> given, DateTimeOffset now, [NotNullWhen(true)] out SearchQuestion? question, out ImmutableArray<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(given);
        var all = new List<FieldError>();
        var wrong = new SearchErrors(all);
        var today = LondonTime.DateOf(now);
        var terms = new List<Term>();
        var asked = false;
        if (Fit(text is null ? null : OnOneLine(text), wrong) is { } free)
        {
            asked = true;
            terms.AddRange(new SearchTerms(SearchSplitting.Split(free, wrong), today, wrong).Read());
        }

        foreach (var (field, parameter, value) in given)
        {
            wrong.In = parameter;
            asked |= !string.IsNullOrWhiteSpace(value);
            if (Fit(value, wrong) is { } one && LabelledTerm.Of(field, one, today, wrong, null) is { } term)
            {
                terms.Add(term);
            }
        }

        wrong.In = FreeText;
        if (!asked && all.Count == 0)
        {
            wrong.Add(FieldErrorCode.Required, "Say whom you look for: names, a date of birth, or a number, here or in a parameter of its own.");
        }

        question = all.Count == 0 ? SearchReadings.Of(terms, wrong) : null;
        errors = [.. all];
        return question is not null;
    }

    // What is copied from a table comes with tabs, from a letter with line breaks.
    private static string OnOneLine(string text) => text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');

    // Too long a text is refused: left out, the search would show people it was meant to exclude.
    private static string? Fit(string? text, SearchErrors errors)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (TextRules.Problem(trimmed, MaxLength) is var (code, message))
        {
            errors.Add(code, message);
            return null;
        }

        return trimmed;
    }
}

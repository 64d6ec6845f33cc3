using Hub.Json;

namespace Hub.Matching.Searching;

/// <summary>Reads what was said to be of one field, by a label or a parameter of its own.</summary>
internal static class LabelledTerm
{
    /// <summary>A text that is said to be of one field; null, with an error, where it cannot be.</summary>
    /// <param name="number">The word it begins with; null where it is all of its parameter.</param>
    public static Term? Of(SearchField field, string text, DateOnly today, SearchErrors errors, int? number)
    {
        var place = number is { } n ? $"Word {n}: " : "";
        if (field is SearchField.Surname or SearchField.Given or SearchField.Name)
        {
            // A name must not be left out because nothing in it can be read.
            if (NameText.Normalise(text).Length == 0)
            {
                errors.Add(FieldErrorCode.Required, $"{place}Has no letter or digit that can be looked for.");
                return null;
            }

            return Term.Sure(new Meaning(field, text));
        }

        if (NumberMeanings.Of(field, text, today, out var problem) is { } meaning)
        {
            return Term.Sure(meaning);
        }

        errors.Add(field == SearchField.Born ? FieldErrorCode.NotADate : FieldErrorCode.InvalidIdentifier, place + problem);
        return null;
    }
}

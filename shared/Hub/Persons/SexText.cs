namespace Hub.Persons;

/// <summary>Sex as files of lines write it.</summary>
internal static class SexText
{
    /// <summary>False where the text is none of the ways to write it. Nothing written is <see cref="Sex.Unknown"/>.</summary>
    internal static bool TryParse(string? text, out Sex sex)
    {
        (sex, var known) = text?.ToLowerInvariant() switch
        {
            "f" or "female" => (Sex.Female, true),
            "m" or "male" => (Sex.Male, true),
            "o" or "other" => (Sex.Other, true),
            // ICAO 9303 writes X, or the filler, for unspecified.
            null or "u" or "unknown" or "x" or "<" => (Sex.Unknown, true),
            _ => (Sex.Unknown, false),
        };
        return known;
    }
}

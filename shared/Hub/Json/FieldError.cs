namespace Hub.Json;

/// <summary>
/// One thing wrong with one field. Neither part repeats the value: an error may be logged, counted and sent back
/// where the value itself may not.
/// </summary>
/// <param name="Path">Where, as a JSON path such as <c>$.subject.addresses[0].postcode</c>; in a CSV file, the column.</param>
/// <param name="Code">What is wrong, stable and kebab-case: see <see cref="FieldErrorCode"/>.</param>
/// <param name="Message">What was expected, in English.</param>
public sealed record FieldError(string Path, string Code, string Message)
{
    public override string ToString() => $"{Path}: {Message} ({Code})";
}

/// <summary>The codes that reading fields gives. Rules of a feed add their own.</summary>
public static class FieldErrorCode
{
    public const string Required = "required";
    public const string WrongType = "wrong-type";
    public const string TooLong = "too-long";
    public const string TooMany = "too-many";
    public const string ControlCharacters = "control-characters";
    public const string InvalidText = "invalid-text";
    public const string NotADate = "not-a-date";
    public const string NotAnInstant = "not-an-instant";
    public const string OffsetMissing = "offset-missing";
    public const string NotOneOf = "not-one-of";
    public const string OutOfRange = "out-of-range";
    public const string InvalidIdentifier = "invalid-identifier";
    public const string Malformed = "malformed";
}

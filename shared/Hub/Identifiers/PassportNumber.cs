using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hub.Identifiers;

/// <summary>
/// The number of a passport or other travel document, and the state that issued it where that is known. At most nine
/// letters and digits (ICAO 9303 part 4). Canonical form <c>GBR:925665416</c>, upper case; without a state only the
/// number.
/// </summary>
/// <remarks>
/// A tenth character is taken for the check digit of the machine-readable zone and must fit it. Which form a state's
/// numbers have is known for some states only: see <see cref="PassportFormats"/> and <see cref="IsChecked"/>.
/// </remarks>
[JsonConverter(typeof(IdentifierConverter<PassportNumber>))]
public sealed partial record PassportNumber : IParsable<PassportNumber>
{
    private const int FieldLength = 9;

    private PassportNumber(string number, string? issuingState, bool isChecked)
    {
        Number = number;
        IssuingState = issuingState;
        IsChecked = isChecked;
    }

    public string Number { get; }

    /// <summary>ICAO 9303 code of three letters; null where not known.</summary>
    public string? IssuingState { get; }

    /// <summary>Whether the number has a form known to be its state's. False claims nothing: an unusual series, or a state whose forms are not known here.</summary>
    public bool IsChecked { get; }

    /// <summary>Reads a number as printed, or as in a machine-readable zone.</summary>
    /// <param name="issuingState">ICAO 9303 code; null or blank where not known. <c>D</c>, as German documents print it, is <c>DEU</c>.</param>
    /// <param name="problem">Why it is no passport number, in words, without the value.</param>
    public static bool TryParse(
        string? text, string? issuingState, [NotNullWhen(true)] out PassportNumber? passport, [NotNullWhen(false)] out string? problem)
    {
        passport = null;
        var state = IdentifierText.Squeeze(issuingState)?.TrimEnd('<');
        state = state == "D" ? "DEU" : state;
        if (state is not null && !State().IsMatch(state))
        {
            problem = "The issuing state of a travel document is a code of three letters.";
            return false;
        }

        var field = IdentifierText.Squeeze(text)?.Replace("-", "", StringComparison.Ordinal) ?? "";
        if (field.Length == FieldLength + 1 && MrzCheckDigit.Of(field.AsSpan(0, FieldLength)) != field[^1])
        {
            problem = "The number of the travel document has ten characters, and the last is not the check digit of the others.";
            return false;
        }

        var number = (field.Length == FieldLength + 1 ? field[..^1] : field).TrimEnd('<');
        if (!Shape().IsMatch(number))
        {
            problem = "The number of a travel document has five to nine letters and digits.";
            return false;
        }

        var form = PassportFormats.Of(state);
        if (form is { IsComplete: true } && !form.Matches(number))
        {
            problem = $"The number has no form that travel documents of {state} have: {form.Description}.";
            return false;
        }

        passport = new PassportNumber(number, state, form?.Matches(number) ?? false);
        problem = null;
        return true;
    }

    /// <summary>Reads the canonical form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PassportNumber result)
    {
        var colon = s?.IndexOf(':') ?? -1;
        return colon < 0
            ? TryParse(s, issuingState: null, out result, out _)
            : TryParse(s![(colon + 1)..], s[..colon], out result, out _);
    }

    public static PassportNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var passport) ? passport : throw new FormatException("A passport number is written such as GBR:925665416.");

    public override string ToString() => IssuingState is null ? Number : $"{IssuingState}:{Number}";

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex State();

    [GeneratedRegex(@"^[A-Z0-9]{5,9}\z")]
    private static partial Regex Shape();
}

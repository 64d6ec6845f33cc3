using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hub.Identifiers;

/// <summary>
/// A person's ID on the Police National Computer, canonical form <c>YYYY/NNNNNNNC</c>: the year the record was made,
/// a serial of seven digits, and a check letter (<see cref="CheckLetter"/>). Source: CJS Data Standards Catalogue;
/// canonical form and check as in ministryofjustice/hmpps-person-record.
/// </summary>
/// <remarks>
/// Read in any case, with spaces, without the slash, and with leading zeros of the serial left out:
/// <c>03/11985x</c> is <c>2003/0011985X</c>. Without the slash the serial must be whole after a four-digit year, as
/// nothing else says where the year ends. The check letter uses two digits of the year, so it cannot tell centuries.
/// </remarks>
[JsonConverter(typeof(IdentifierConverter<PncId>))]
public sealed partial record PncId : IParsable<PncId>
{
    private const int SerialLimit = 10_000_000;

    private PncId(int year, int serial)
    {
        Year = year;
        Serial = serial;
    }

    /// <summary>The year the record was made, 1900 to 2099.</summary>
    public int Year { get; }

    /// <summary>0 to 9,999,999.</summary>
    public int Serial { get; }

    public char Check => CheckLetter.Of((Year % 100 * (long)SerialLimit) + Serial);

    /// <summary>Reads a PNC ID in any of its forms.</summary>
    /// <param name="referenceYear">The year it is now, or was when the ID was written: a year of two digits is the latest such year not after it.</param>
    /// <param name="problem">Why it is no PNC ID, in words, without the value.</param>
    public static bool TryParse(
        string? text, int referenceYear, [NotNullWhen(true)] out PncId? id, [NotNullWhen(false)] out string? problem)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(referenceYear, 2000);
        return TryRead(text, referenceYear, out id, out problem);
    }

    /// <summary>Reads a PNC ID whose year has four digits. Without a reference year nothing decides the century of a short one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PncId? id, [NotNullWhen(false)] out string? problem) =>
        TryRead(text, null, out id, out problem);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PncId result) =>
        TryParse(s, out result, out _);

    public static PncId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var id, out var problem) ? id : throw new FormatException(problem);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}/{Serial:D7}{Check}");

    private static bool TryRead(string? text, int? referenceYear, [NotNullWhen(true)] out PncId? id, [NotNullWhen(false)] out string? problem)
    {
        id = null;
        var shape = Shape().Match(IdentifierText.Squeeze(text) ?? "");
        if (!shape.Success)
        {
            problem = "A PNC ID is written YYYY/NNNNNNNC: a year, a serial of up to seven digits and a check letter.";
            return false;
        }

        var digits = shape.Groups["year"].Value;
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length == 2 && referenceYear is null)
        {
            problem = "The year of the PNC ID must have four digits here.";
            return false;
        }

        if (digits.Length == 2)
        {
            var now = referenceYear!.Value;
            year += now - (now % 100) - (year > now % 100 ? 100 : 0);
        }

        if (year is < 1900 or > 2099)
        {
            problem = "The year of the PNC ID is not between 1900 and 2099.";
            return false;
        }

        var read = new PncId(year, int.Parse(shape.Groups["serial"].Value, CultureInfo.InvariantCulture));
        if (shape.Groups["check"].ValueSpan[0] != read.Check)
        {
            problem = "The check letter of the PNC ID does not fit its year and serial.";
            return false;
        }

        id = read;
        problem = null;
        return true;
    }

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4}|[0-9]{2})/(?<serial>[0-9]{1,7})|(?<year>[0-9]{4})(?<serial>[0-9]{7})|(?<year>[0-9]{2})(?<serial>[0-9]{1,7}))(?<check>[A-Z])\z")]
    private static partial Regex Shape();
}

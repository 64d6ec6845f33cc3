using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hub.Identifiers;

/// <summary>
/// A number of the Criminal Records Office, which goes with a set of fingerprints. Standard form <c>NNNNNN/YYC</c>:
/// a serial, two digits of the year, a check letter. Small-file form <c>SFYY/NNNNNNC</c>, for people whose
/// fingerprints were not kept.
/// </summary>
/// <remarks>
/// Canonical: upper case without spaces; the serial of the standard form filled with zeros to six digits, that of the
/// small-file form left as written, since its check letter is made from it as written. As in
/// ministryofjustice/hmpps-person-record. The year has two digits and says nothing of the century.
/// </remarks>
[JsonConverter(typeof(IdentifierConverter<CroNumber>))]
public sealed partial record CroNumber : IParsable<CroNumber>
{
    private readonly string _canonical;

    private CroNumber(string canonical, bool isSmallFile)
    {
        _canonical = canonical;
        IsSmallFile = isSmallFile;
    }

    /// <summary>Whether this is the <c>SF</c> form: known to the Criminal Records Office, without fingerprints.</summary>
    public bool IsSmallFile { get; }

    /// <summary>Reads a CRO number in either form.</summary>
    /// <param name="problem">Why it is no CRO number, in words, without the value.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CroNumber? number, [NotNullWhen(false)] out string? problem)
    {
        number = null;
        var shape = Shape().Match(IdentifierText.Squeeze(text) ?? "");
        if (!shape.Success)
        {
            problem = "A CRO number is written NNNNNN/YYC or SFYY/NNNNNNC: a serial of up to six digits, two digits of the year and a check letter.";
            return false;
        }

        var smallFile = shape.Groups["sf"].Success;
        var serial = smallFile ? shape.Groups["serial"].Value : shape.Groups["serial"].Value.PadLeft(6, '0');
        var year = shape.Groups["year"].Value;
        var check = shape.Groups["check"].ValueSpan[0];
        if (check != CheckLetter.Of(long.Parse(year + serial, CultureInfo.InvariantCulture)))
        {
            problem = "The check letter of the CRO number does not fit its year and serial.";
            return false;
        }

        number = new CroNumber(smallFile ? $"SF{year}/{serial}{check}" : $"{serial}/{year}{check}", smallFile);
        problem = null;
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CroNumber result) =>
        TryParse(s, out result, out _);

    public static CroNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var number, out var problem) ? number : throw new FormatException(problem);

    public override string ToString() => _canonical;

    [GeneratedRegex(@"^(?:(?<sf>SF)(?<year>[0-9]{2})/(?<serial>[0-9]{1,6})|(?<serial>[0-9]{1,6})/(?<year>[0-9]{2}))(?<check>[A-Z])\z")]
    private static partial Regex Shape();
}

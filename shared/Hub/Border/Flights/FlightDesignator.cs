using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Hub.Border.Flights;

/// <summary>
/// The designator of a flight: airline, number, operational suffix (IATA Standard Schedules Information Manual).
/// Written any common way (<c>BA 0009</c>, <c>BA-009</c>, <c>ba9</c>), read as <c>BA9</c>. A three-letter ICAO airline
/// designator (<c>BAW9</c>) is kept as it is.
/// </summary>
/// <param name="Carrier">Two or three characters, upper case.</param>
/// <param name="Number">Without leading zeros, with its suffix if any.</param>
public sealed partial record FlightDesignator(string Carrier, string Number)
{
    private const int MaxLength = 16;

    /// <param name="text">Airline and number in one.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FlightDesignator? designator) => TryParse(text, null, out designator);

    /// <param name="text">Airline and number in one, or the number alone.</param>
    /// <param name="carrier">The airline, where it is said beside; null or empty where not.</param>
    public static bool TryParse(string? text, string? carrier, [NotNullWhen(true)] out FlightDesignator? designator)
    {
        designator = null;
        if (text is not { Length: <= MaxLength } || carrier is { Length: > MaxLength })
        {
            return false;
        }

        var whole = Squeeze(text.Trim());
        var by = Squeeze(carrier ?? "");
        var known = CarrierForm().IsMatch(by);

        // The airline said beside decides where letters and digits could be parted in two ways.
        designator = known && whole.StartsWith(by, StringComparison.Ordinal) && NumberForm().Match(whole[by.Length..]) is { Success: true } rest ? new(by, Written(rest))
            : WholeForm().Match(whole) is { Success: true } both ? new(both.Groups["carrier"].Value, Written(both))
            : known && NumberForm().Match(whole) is { Success: true } alone ? new(by, Written(alone))
            : null;
        return designator is not null;
    }

    public override string ToString() => Carrier + Number;

    private static string Squeeze(string text) => string.Concat(text.Where(c => c is not (' ' or '-'))).ToUpperInvariant();

    private static string Written(Match match) => match.Groups["digits"].Value + match.Groups["suffix"].Value;

    [GeneratedRegex(@"^(?<carrier>[A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])0*(?<digits>[1-9][0-9]{0,3})(?<suffix>[A-Z]?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeForm();

    [GeneratedRegex(@"^0*(?<digits>[1-9][0-9]{0,3})(?<suffix>[A-Z]?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^([A-Z]{3}|[A-Z][A-Z0-9]|[0-9][A-Z])\z", RegexOptions.CultureInvariant)]
    private static partial Regex CarrierForm();
}

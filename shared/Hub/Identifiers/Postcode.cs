using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Hub.Identifiers;

/// <summary>
/// A whole United Kingdom postcode, canonical form upper case with one space: <c>SW1A 1AA</c>. Form and letters by
/// BS 7666 and the Royal Mail's Programmers' Guide, with the exception <c>GIR 0AA</c>; the area must be one that
/// exists. Whether the postcode itself was ever given out is not checked.
/// </summary>
/// <remarks>
/// Read in any case and with spaces anywhere. A zero written for the letter O, or the other way about, is put right
/// where only one reading makes a postcode (<c>S015 2AB</c>, <c>CRO 2AB</c>, <c>E8 OAB</c>).
/// </remarks>
[JsonConverter(typeof(IdentifierConverter<Postcode>))]
public sealed partial record Postcode : IParsable<Postcode>
{
    private const int InwardLength = 3;

    private Postcode(string outward, string inward)
    {
        Outward = outward;
        Inward = inward;
    }

    /// <summary>The part before the space: <c>SW1A</c>.</summary>
    public string Outward { get; }

    /// <summary>The part after the space: <c>1AA</c>.</summary>
    public string Inward { get; }

    /// <summary>The letters it begins with: <c>SW</c>.</summary>
    public string Area => Outward.TrimEnd(Letters).TrimEnd(Digits) is { Length: > 0 } area ? area : Outward;

    /// <summary>The numbered district: <c>SW1</c>, of which <c>SW1A</c> is a part.</summary>
    public string District => Outward.TrimEnd(Letters) is { Length: > 0 } district ? district : Outward;

    /// <summary>The outward part and the first digit of the inward: <c>SW1A 1</c>.</summary>
    public string Sector => $"{Outward} {Inward[0]}";

    /// <summary>Reads a postcode.</summary>
    /// <param name="problem">Why it is no postcode, in words, without the value.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Postcode? postcode, [NotNullWhen(false)] out string? problem)
    {
        postcode = null;
        problem = "A postcode is written such as SW1A 1AA: an area that exists, a district, a space, a digit and two letters.";
        var squeezed = IdentifierText.Squeeze(text);
        if (squeezed is null || squeezed.Length is < 5 or > 7)
        {
            return false;
        }

        var reading = IsPostcode(squeezed) ? squeezed : OnlyReading(squeezed);
        if (reading is null)
        {
            return false;
        }

        postcode = new Postcode(reading[..^InwardLength], reading[^InwardLength..]);
        problem = null;
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Postcode result) =>
        TryParse(s, out result, out _);

    public static Postcode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var postcode, out var problem) ? postcode : throw new FormatException(problem);

    public override string ToString() => $"{Outward} {Inward}";

    private static readonly char[] Letters = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    private static readonly char[] Digits = [.. "0123456789"];

    private static bool IsPostcode(string squeezed)
    {
        var shape = Shape().Match(squeezed);
        return shape.Success && (squeezed == "GIR0AA" || PostcodeAreas.Exist(shape.Groups["area"].Value));
    }

    /// <summary>The one postcode among all ways to swap O and zero; null where there is none, or more than one.</summary>
    private static string? OnlyReading(string squeezed)
    {
        var unsure = Enumerable.Range(0, squeezed.Length).Where(i => squeezed[i] is 'O' or '0').ToArray();
        string? only = null;
        for (var swaps = 1; swaps < 1 << unsure.Length; swaps++)
        {
            var reading = squeezed.ToCharArray();
            for (var i = 0; i < unsure.Length; i++)
            {
                if ((swaps & (1 << i)) != 0)
                {
                    reading[unsure[i]] = squeezed[unsure[i]] == 'O' ? '0' : 'O';
                }
            }

            if (IsPostcode(new string(reading)))
            {
                if (only is not null)
                {
                    return null;
                }

                only = new string(reading);
            }
        }

        return only;
    }

    [GeneratedRegex(@"^(?:GIR0AA|(?:(?<area>[A-PR-UWYZ])(?:[0-9]|[1-9][0-9]|[0-9][A-HJKPSTUW])|(?<area>[A-PR-UWYZ][A-HK-Y])(?:[0-9]|[1-9][0-9]|[0-9][ABEHMNPRVWXY]))[0-9][ABD-HJLNP-UW-Z]{2})\z")]
    private static partial Regex Shape();
}

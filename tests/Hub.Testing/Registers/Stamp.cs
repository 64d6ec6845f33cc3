using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hub.Testing.Registers;

/// <summary>
/// A mark that a delta leaves in two fields of a nominal at once, occupation and first line of the first address: who
/// ever sees a nominal with two different marks has seen a change by half.
/// </summary>
public static partial class Stamp
{
    /// <summary>The mark of a delta: <c>stamp000042</c>.</summary>
    public static string Of(long sequence) => string.Create(CultureInfo.InvariantCulture, $"stamp{sequence:D6}");

    /// <summary>The delta whose mark stands in a text; 0 where there is none.</summary>
    public static long In(string? text) => Mark().Match(text ?? "") is { Success: true } found ? long.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    public static string Without(string text) => Mark().Replace(text, "").Trim();

    /// <summary>
    /// Whether what is seen of one nominal can only have been there at once: the occupation's mark and that of any
    /// address, of which former ones have none.
    /// </summary>
    public static bool IsWhole(long occupation, long address) => address == 0 || occupation == address;

    /// <summary>Both marks of a nominal as the API gives it.</summary>
    public static (long Occupation, long Address) Of(JsonElement nominal) => (
        In(nominal.TryGetProperty("occupation", out var occupation) ? occupation.GetString() : null),
        In(nominal.TryGetProperty("addresses", out var addresses) && addresses.GetArrayLength() > 0 && addresses[0].TryGetProperty("lines", out var lines) && lines.GetArrayLength() > 0 ? lines[0].GetString() : null));

    [GeneratedRegex("stamp([0-9]{6,})")]
    private static partial Regex Mark();
}

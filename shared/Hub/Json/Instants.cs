using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Json;

/// <summary>
/// Moments in time as text: ISO 8601 extended, to the minute or finer, with <c>Z</c> or an offset (RFC 3339). A local
/// time without an offset names no moment, least of all in the hour that is lived twice in October.
/// </summary>
public static partial class Instants
{
    public static bool TryParse(string text, out DateTimeOffset instant, out (string Code, string Message) problem)
    {
        problem = default;
        instant = default;
        var shape = Shape().Match(text);
        if (shape.Success && !shape.Groups["offset"].Success)
        {
            problem = (FieldErrorCode.OffsetMissing, "The time has no offset: add Z or such as +01:00.");
            return false;
        }

        if (!shape.Success || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant))
        {
            problem = (FieldErrorCode.NotAnInstant, "Expected a date and time with offset, such as 2026-11-22T08:00:00Z.");
            return false;
        }

        return true;
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z")]
    private static partial Regex Shape();
}

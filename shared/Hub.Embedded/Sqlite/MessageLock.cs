using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hub.Embedded.Sqlite;

/// <summary>The lock on one delivery: the message's number, and a number drawn for this delivery alone. Written <c>12-3456</c>.</summary>
internal readonly record struct MessageLock(long Number, long Token)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Token}");

    public static bool TryParse([NotNullWhen(true)] string? text, out MessageLock result)
    {
        result = default;
        var dash = text?.IndexOf('-') ?? -1;
        if (dash < 0
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var token))
        {
            return false;
        }

        result = new MessageLock(number, token);
        return true;
    }
}

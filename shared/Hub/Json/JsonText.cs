using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hub.Json;

internal static class JsonText
{
    /// <summary>The string, or false where an escape such as <c>\ud800</c> stands alone and makes no text.</summary>
    public static bool TryGetText(this JsonElement element, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way System.Text.Json has to say so.
            text = null;
            return false;
        }
    }
}

using System.Text.Json;
using Hub.Json;

namespace Hub.Functions.Desk.SignIn;

/// <summary>What a browser kept for the hub. It may be of an older version, in which a record had another shape.</summary>
internal static class KeptText
{
    /// <summary>Null where it is not of this shape. Its members may be null, whatever their types say.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, HubJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Functions.Desk.Deported;

/// <summary>Gives what the form of a move holds the shape that the API takes: numbers and lists.</summary>
internal static class MoveShape
{
    private static readonly string[] Numbers = ["revision", "category", "level"];
    private static readonly string[] Lists = ["officers", "metBy"];

    public static void Give(JsonObject form)
    {
        foreach (var name in Numbers)
        {
            if (Text(form, name) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                form[name] = number;
            }
        }

        foreach (var name in Lists)
        {
            if (Text(form, name) is { } text)
            {
                form[name] = new JsonArray([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode)line)]);
            }
        }
    }

    private static string? Text(JsonObject form, string name) => form[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

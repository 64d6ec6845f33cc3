using System.Globalization;
using System.Text.Json;
using Hub.Notices;

namespace Hub.Desk.Words;

/// <summary>What tells one notice from another in a list, without naming anybody: when it happened and where.</summary>
/// <param name="Verb">Such as <c>Arrested</c>; null where the content says no moment.</param>
/// <param name="At">When.</param>
/// <param name="Where">A station or a flight; null where it says none.</param>
public sealed record NoticeGlance(string? Verb, DateTimeOffset? At, string? Where)
{
    private static readonly (string Member, string Verb)[] Moments = [("arrestedAt", "Arrested"), ("seenAt", "Seen"), ("alertedAt", "Alert sent"), ("occurredAt", "Happened")];

    public static NoticeGlance Of(Notice notice)
    {
        var where = Text(notice.Content, "station") ?? Text(notice.Content, "flight");
        foreach (var (member, verb) in Moments)
        {
            if (Text(notice.Content, member) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return new(verb, at, where);
            }
        }

        return new(null, null, where);
    }

    private static string? Text(JsonElement content, string member) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

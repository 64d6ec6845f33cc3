using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Notices;
using Hub.Time;

namespace Hub.Desk.Words;

/// <summary>Notices as people read them: where their words name a recipient or a moment as the hub does, as people call it.</summary>
public sealed partial class NoticeText(RecipientWords recipients)
{
    private static readonly string[] Named = ["recipient", "contact"];

    /// <summary>The same notice with its title and reasons in words. Never to be stored.</summary>
    public Notice Of(Notice notice) => notice with
    {
        Title = Words(notice.Title, notice.Content),
        Reason = Words(notice.Reason, notice.Content),
        WithdrawnBecause = notice.WithdrawnBecause is { } because ? Words(because, notice.Content) : null,
    };

    private string Words(string text, JsonElement content)
    {
        // Teams that serve all London have names that are words as well: only one that the content names is meant.
        foreach (var member in Named)
        {
            if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } recipient)
            {
                text = Regex.Replace(text, $@"(?<![\w:-]){Regex.Escape(recipient)}(?![\w:-])", recipients.Of(recipient).Replace("$", "$$", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1));
            }
        }

        text = OfPlace().Replace(text, found => recipients.Of(found.Value));
        text = Moment().Replace(text, found => DateTimeOffset.TryParseExact(found.Value, "yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? LondonTime.Words(at) : found.Value);
        return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    [GeneratedRegex(@"(?<![\w:-])(?:yot|ppd|jigsaw|cait|childrens-services|adult-services|csu|sapphire|force):[a-z]+(?:-[a-z]+)*(?![\w:])")]
    private static partial Regex OfPlace();

    [GeneratedRegex(@"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\dZ")]
    private static partial Regex Moment();
}

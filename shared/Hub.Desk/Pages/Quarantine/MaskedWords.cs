using System.Globalization;
using Hub.Desk.Words;
using Hub.Quarantine.Masking;

namespace Hub.Desk.Pages.Quarantine;

/// <summary>What a masked message holds, in words.</summary>
public static class MaskedWords
{
    /// <summary>What stands under a name: the value where it may be seen, else what sort it is and about how long.</summary>
    public static string Value(MaskedNode node) => node.Shown ?? node.Kind switch
    {
        ValueKind.Object => node.Count == 0 ? "nothing in it" : Spans.Count(node.Count, "field"),
        ValueKind.List => node.Count == 0 ? "an empty list" : $"a list of {node.Count.ToString("N0", CultureInfo.InvariantCulture)}",
        ValueKind.Text => node.Length == LengthClass.Empty ? "an empty text" : $"a text, {Length(node.Length)}",
        ValueKind.Number => $"a number, {Length(node.Length)}",
        ValueKind.YesNo => "yes or no",
        _ => "nothing",
    };

    /// <summary>The name a value stands under; null where it stands under none.</summary>
    public static string? Key(MaskedNode node) => node.Key ?? (node.KeyLength is { } length ? $"a name, {Length(length)}" : null);

    /// <summary>What sort of thing it all is, where it cannot be taken apart.</summary>
    public static string Kind(BodyKind kind) => kind switch
    {
        BodyKind.Empty => "It is empty.",
        BodyKind.BrokenJson => "It begins as a message of the hub does, and is broken or cut off.",
        BodyKind.Markup => "It is XML or HTML, which the hub does not send.",
        BodyKind.Text => "It is a text of another kind than the hub sends.",
        BodyKind.NotText => "It holds what no text holds.",
        _ => "It is a message as the hub sends it.",
    };

    /// <summary><c>312 bytes</c>, <c>250.3 kB</c>.</summary>
    public static string Size(int bytes) => bytes < 1000 ? Spans.Count(bytes, "byte") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:N1} kB");

    private static string Length(LengthClass length) => length switch
    {
        LengthClass.Empty => "empty",
        LengthClass.UpTo4 => "1 to 4 characters",
        LengthClass.UpTo16 => "5 to 16 characters",
        LengthClass.UpTo64 => "17 to 64 characters",
        LengthClass.UpTo256 => "65 to 256 characters",
        _ => "more than 256 characters",
    };
}

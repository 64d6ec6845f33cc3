using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Hub.Places;

namespace Hub.DeportedOffenders.Attachments;

/// <summary>What files may be kept with a case: the published table <c>attachments.data.json</c>.</summary>
public sealed class AttachmentTypes
{
    private static readonly Lazy<AttachmentTypes> Shipped = new(() => new AttachmentTypes(EmbeddedData.Read<Table>("attachments.data.json")));

    private readonly ImmutableArray<(string Name, byte[] Begins)> known;

    private AttachmentTypes(Table table)
    {
        MaxBytes = table.MaxBytes;
        Kept = table.Kept;
        Office = table.Office;
        known = [.. table.Known.Select(k => (k.Name, Convert.FromHexString(k.Begins)))];
        List = $"{string.Join(", ", Kept.SkipLast(1).Select(Words))} or {Words(Kept[^1])}";

        static string Words(AttachmentType type) => $"{type.Name} ({string.Join(", ", type.Extensions.Select(e => $".{e}"))})";
    }

    /// <summary>The table this hub was built with.</summary>
    public static AttachmentTypes Published => Shipped.Value;

    /// <summary>The largest file kept, in bytes.</summary>
    public int MaxBytes { get; }

    public ImmutableArray<AttachmentType> Kept { get; }

    /// <summary>What may be kept, in words.</summary>
    public string List { get; }

    /// <summary>What documents of Word and Excel may hold.</summary>
    internal OfficeRules Office { get; }

    internal AttachmentType this[AttachmentFormat format] => Kept.First(t => t.Format == format);

    internal bool TryFindByExtension(string extension, [NotNullWhen(true)] out AttachmentType? type)
    {
        type = Kept.FirstOrDefault(t => t.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
        return type is not null;
    }

    internal bool TryFindByMediaType(string mediaType, [NotNullWhen(true)] out AttachmentType? type)
    {
        type = Kept.FirstOrDefault(t => t.IsStatedAs(mediaType));
        return type is not null;
    }

    /// <summary>What else a file is that begins so; null where that is not known.</summary>
    internal string? OtherName(ReadOnlySpan<byte> content)
    {
        foreach (var (name, begins) in known)
        {
            if (content.StartsWith(begins))
            {
                return name;
            }
        }

        return null;
    }

    private sealed record Table(int MaxBytes, ImmutableArray<AttachmentType> Kept, ImmutableArray<Signature> Known, OfficeRules Office);

    private sealed record Signature(string Name, string Begins);
}

/// <summary>What a document of Word or Excel may hold.</summary>
/// <param name="PartExtensions">The endings of parts that hold nothing which can be run.</param>
/// <param name="PrinterSettings">The folder in which a part ending in <c>.bin</c> is a printer's settings.</param>
/// <param name="ActiveContent">What the content type or name of a part has in it that can be run, or can hold what can.</param>
internal sealed record OfficeRules(ImmutableArray<string> PartExtensions, string PrinterSettings, ImmutableArray<string> ActiveContent);

using System.Collections.Immutable;

namespace Hub.DeportedOffenders.Attachments;

/// <summary>How a file that may be kept is built.</summary>
public enum AttachmentFormat
{
    Pdf,
    Jpeg,
    Png,
    Tiff,

    /// <summary>Plain text, UTF-8.</summary>
    Text,

    /// <summary>Word, Office Open XML without macros (ECMA-376).</summary>
    Docx,

    /// <summary>Excel, Office Open XML without macros (ECMA-376).</summary>
    Xlsx,

    /// <summary>An e-mail as saved (RFC 5322).</summary>
    Eml,
}

/// <summary>A type of file that may be kept with a case.</summary>
/// <param name="Format">How it is built.</param>
/// <param name="Name">As officers call it.</param>
/// <param name="MediaType">As it is given out.</param>
/// <param name="Extensions">The endings of its file names, without the dot, in lower case.</param>
/// <param name="AlsoStatedAs">Other media types that senders use for it.</param>
public sealed record AttachmentType(AttachmentFormat Format, string Name, string MediaType, ImmutableArray<string> Extensions, ImmutableArray<string> AlsoStatedAs)
{
    internal bool IsStatedAs(string mediaType) =>
        MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        || (!AlsoStatedAs.IsDefault && AlsoStatedAs.Contains(mediaType, StringComparer.OrdinalIgnoreCase));
}

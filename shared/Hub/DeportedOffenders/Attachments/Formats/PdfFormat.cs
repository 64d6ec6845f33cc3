namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>PDF (ISO 32000-2 §7.5): a header, and at the very end the address of the cross-reference table and <c>%%EOF</c>.</summary>
internal static class PdfFormat
{
    /// <summary>How far from the end the address of the table is looked for.</summary>
    private const int TailLength = 2048;

    public static bool Begins(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <exception cref="AttachmentRefusedException">The end is not there, or not at the end.</exception>
    public static void CheckWhole(ReadOnlySpan<byte> content)
    {
        var tail = content[^Math.Min(TailLength, content.Length)..].TrimEnd(" \t\r\n\0"u8);
        if (!tail.EndsWith("%%EOF"u8) || tail.LastIndexOf("startxref"u8) < 0)
        {
            throw Incomplete.Of("the end of the PDF document");
        }
    }
}

using System.Text;
using System.Xml;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>
/// Documents of Word and Excel (ECMA-376 part 2): a ZIP archive that says of what type each part is. Refused are those
/// that hold macros, programs or objects of other programs.
/// </summary>
internal sealed class OfficeFormat(OfficeRules rules)
{
    private const string TypesPart = "[Content_Types].xml";
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const int MaxTypesBytes = 1024 * 1024;

    /// <summary>Which of the two it is; null where it is another archive.</summary>
    /// <exception cref="AttachmentRefusedException">It does not hold together, or holds what can be run.</exception>
    public AttachmentFormat? Read(ReadOnlyMemory<byte> content)
    {
        var parts = ZipDirectory.Read(content);
        if (parts.Find(p => p.Name == TypesPart) is not { } list)
        {
            return null;
        }

        var types = TypesOf(list.Unpack(MaxTypesBytes));
        if (types.Exists(t => IsActive(t.Type)) || parts.Exists(p => p != list && !IsHarmless(p.Name)))
        {
            throw new AttachmentRefusedException(
                AttachmentRefusal.ActiveContent, "The document holds macros, or files or objects that can be run. Save it without them, or as PDF, and send that.");
        }

        return types.FirstOrDefault(t => t.Type is WordMain or ExcelMain && parts.Exists(p => $"/{p.Name}".Equals(t.Part, StringComparison.OrdinalIgnoreCase))).Type switch
        {
            WordMain => AttachmentFormat.Docx,
            ExcelMain => AttachmentFormat.Xlsx,
            _ => null,
        };
    }

    private bool IsActive(string text) => rules.ActiveContent.Any(active => text.Contains(active, StringComparison.OrdinalIgnoreCase));

    private bool IsHarmless(string name)
    {
        var folders = name.Split('/');
        var extension = folders[^1][(folders[^1].LastIndexOf('.') + 1)..];
        return !name.Contains('\\', StringComparison.Ordinal) && !folders.Contains("..") && !IsActive(name)
            && (folders[^1].Length == 0
                || rules.PartExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
                || (folders.Contains(rules.PrinterSettings, StringComparer.OrdinalIgnoreCase) && extension.Equals("bin", StringComparison.OrdinalIgnoreCase)));
    }

    private static List<(string? Part, string Type)> TypesOf(byte[] xml)
    {
        var types = new List<(string? Part, string Type)>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
                {
                    types.Add((reader.GetAttribute("PartName"), type));
                }
            }
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or ArgumentException)
        {
            throw Incomplete.Of("the list of types of the document");
        }

        return types;
    }
}

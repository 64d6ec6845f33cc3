using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Hub.DeportedOffenders.Attachments;

namespace Hub.Testing.Attachments;

/// <summary>Small files of every type that is kept, as the programs of officers and of foreign authorities write them.</summary>
public static class AttachmentSamples
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Pdf { get; } = Encoding.Latin1.GetBytes(
        "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\nxref\n0 3\ntrailer\n<</Root 1 0 R/Size 3>>\nstartxref\n110\n%%EOF\n");

    public static byte[] Jpeg { get; } =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x7F, 0xFF, 0x00, 0x12, 0xFF, 0xD9,
    ];

    public static byte[] Png { get; } =
    [
        0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n',
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 2, 0, 1]), .. Chunk("IEND", []),
    ];

    public static byte[] Tiff { get; } =
    [
        .. "II*\0"u8, 12, 0, 0, 0, 0xAA, 0xBB, 0xCC, 0xDD,
        4, 0,
        0x00, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0,
        0x01, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0,
        0x11, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0,
        0x17, 1, 4, 0, 1, 0, 0, 0, 4, 0, 0, 0,
        0, 0, 0, 0,
    ];

    public static byte[] Text { get; } = Encoding.UTF8.GetBytes("\uFEFFReleased from Klong Prem.\r\n\tSpeaks to his brother, Zo\u00eb's father.\n");

    public static byte[] Eml { get; } = Encoding.ASCII.GetBytes(
        "Received: from a.example\r\n by b.example; Sun, 22 Nov 2026 08:00:00 +0000\r\nFrom: bureau@interpol.example\r\nDate: Sun, 22 Nov 2026 08:00:00 +0000\r\nContent-Type: multipart/mixed;\r\n boundary=\"seam\"\r\n\r\n--seam\r\n\r\nHe lands on Tuesday.\r\n--seam--\r\n");

    public static byte[] Docx { get; } = Office("word/document.xml", WordMain);

    public static byte[] Xlsx { get; } = Office("xl/workbook.xml", ExcelMain, ("xl/printerSettings/printerSettings1.bin", "x"));

    public static ImmutableArray<(AttachmentFormat Format, string Name, byte[] Content)> All { get; } =
    [
        (AttachmentFormat.Pdf, "record.pdf", Pdf),
        (AttachmentFormat.Jpeg, "photo.JPG", Jpeg),
        (AttachmentFormat.Png, "map.png", Png),
        (AttachmentFormat.Tiff, "scan.tiff", Tiff),
        (AttachmentFormat.Text, "note.txt", Text),
        (AttachmentFormat.Docx, "report.docx", Docx),
        (AttachmentFormat.Xlsx, "sentences.xlsx", Xlsx),
        (AttachmentFormat.Eml, "alert.eml", Eml),
    ];

    /// <summary>A document of Word, with these parts besides.</summary>
    public static byte[] Word(params (string Name, string Content)[] parts) => Office("word/document.xml", WordMain, parts);

    /// <summary>A document whose list of types says this of a part besides.</summary>
    public static byte[] WordTyped(string part, string type) =>
        Zip(("[Content_Types].xml", Types("word/document.xml", WordMain, $"""<Override PartName="/{part}" ContentType="{type}"/>""")), ("word/document.xml", "<w/>"), (part, "x"));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Office(string main, string type, params (string Name, string Content)[] parts) =>
        Zip([("[Content_Types].xml", Types(main, type, "")), ("_rels/.rels", "<Relationships/>"), (main, "<main/>"), .. parts]);

    private static string Types(string main, string type, string more) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{type}"/>{more}</Types>""";

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}

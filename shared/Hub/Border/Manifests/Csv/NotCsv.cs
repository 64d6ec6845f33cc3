namespace Hub.Border.Manifests.Csv;

/// <summary>Recognises by how it begins a file that was meant, but is not of lines.</summary>
internal static class NotCsv
{
    private const string SaveAsCsv = "Save the sheet as \"CSV UTF-8\" and send that.";

    /// <summary>What the file is instead, in words for whoever sent it; null where it may well be lines.</summary>
    internal static (string Code, string Message)? Recognise(ReadOnlySpan<byte> beginning) => beginning switch
    {
        { IsEmpty: true } => ("empty-file", "The file is empty."),
        _ when beginning.StartsWith("PK\u0003\u0004"u8) => ("not-csv", $"This is an Excel workbook or a ZIP file, not CSV. {SaveAsCsv}"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("not-csv", $"This is an old Excel or Word file, not CSV. {SaveAsCsv}"),
        _ when beginning.StartsWith("%PDF"u8) => ("not-csv", "This is a PDF, not CSV. Ask the carrier for the list as CSV or PAXLST."),
        [0x1F, 0x8B, ..] => ("not-csv", "This is a compressed file, not CSV. Unpack it first."),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => ("not-csv", $"This is text in UTF-16. {SaveAsCsv}"),
        _ when ManifestReader.IsEdifact(beginning) => ("not-csv", "This is UN/EDIFACT, not CSV."),
        _ when beginning.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..] => ("not-csv", "This is HTML, XML or JSON, not CSV."),
        _ when beginning.Contains((byte)0) => ("not-csv", "This is not a text file. A manifest is CSV or PAXLST."),
        _ => null,
    };
}

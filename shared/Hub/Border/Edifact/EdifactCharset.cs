using System.Text;
using System.Text.Unicode;

namespace Hub.Border.Edifact;

/// <summary>
/// The character set that the syntax identifier of a UNB names. Of UNOA, UNOB, UNOC and UNOY, bytes that are UTF-8 are
/// read as such and others as Latin-1, whichever was named: senders mix these up, and Latin-1 text is all but never
/// valid UTF-8.
/// </summary>
public sealed class EdifactCharset
{
    private readonly Encoding? _national;

    private EdifactCharset(Encoding? national) => _national = national;

    public static EdifactCharset Western { get; } = new(null);

    /// <summary>The set of a syntax identifier; null where it is not known, or cannot be read byte by byte.</summary>
    public static EdifactCharset? Of(string syntaxIdentifier) => syntaxIdentifier.ToUpperInvariant() switch
    {
        "UNOA" or "UNOB" or "UNOC" or "UNOY" or "UNOW" or "IATA" or "IATB" => Western,
        "UNOD" => National("iso-8859-2"),
        "UNOE" => National("iso-8859-5"),
        "UNOF" => National("iso-8859-7"),
        "UNOG" => National("iso-8859-3"),
        "UNOH" => National("iso-8859-4"),
        "UNOI" => National("iso-8859-6"),
        "UNOJ" => National("iso-8859-8"),
        "UNOK" => National("iso-8859-9"),
        _ => null,
    };

    /// <summary>The text of some bytes, without the blanks around it; a line break inside is a transport's and goes.</summary>
    public string Read(ReadOnlySpan<byte> bytes)
    {
        var text = Encode(bytes);
        return text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0 && text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0
            ? text.Trim()
            : WithoutControls(text).Trim();
    }

    private static EdifactCharset? National(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) is { } encoding ? new EdifactCharset(encoding) : null;

    private string Encode(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes)
        : _national is not null ? _national.GetString(bytes)
        : Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
        : Encoding.Latin1.GetString(bytes);

    private static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('\r' or '\n'))
            {
                kept.Append(char.IsControl(c) ? ' ' : c);
            }
        }

        return kept.ToString();
    }
}

using System.Text;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>An e-mail as saved (RFC 5322, RFC 2046): header fields, From and Date among them; where it is of several parts, the mark that ends the last.</summary>
internal static class EmailFormat
{
    /// <summary>Bytes of all header fields. Mail systems take no more than some 64 KB.</summary>
    private const int MaxHeaderLength = 256 * 1024;

    private const int MaxBoundaryLength = 70;

    public static bool Begins(ReadOnlySpan<byte> content) =>
        !content.Contains((byte)0)
        && HeaderOf(content, out _, out _) is { } fields
        && fields.ContainsKey("from") && fields.ContainsKey("date");

    /// <exception cref="AttachmentRefusedException">The empty line after the fields is missing, or the mark that ends the last of several parts.</exception>
    public static void CheckWhole(ReadOnlySpan<byte> content)
    {
        var fields = HeaderOf(content, out var length, out var ended)!;
        var multipart = fields.TryGetValue("content-type", out var type) && type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        if (!ended || (multipart && (BoundaryOf(type!) is not { } boundary || content[length..].IndexOf(Encoding.UTF8.GetBytes($"--{boundary}--")) < 0)))
        {
            throw Incomplete.Of("the end of the e-mail message");
        }
    }

    /// <summary>The first field of each name, in lower case and unfolded; null where these are no header fields.</summary>
    private static Dictionary<string, string>? HeaderOf(ReadOnlySpan<byte> content, out int length, out bool ended)
    {
        var fields = new Dictionary<string, string>();
        string? name = null;
        length = 0;
        ended = false;
        var text = new StringBuilder();
        while (length < Math.Min(content.Length, MaxHeaderLength))
        {
            var rest = content[length..];
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            length += end < 0 ? rest.Length : end + 1;
            if (line.IsEmpty)
            {
                ended = true;
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (name is null)
                {
                    return null;
                }

                text.Append(Encoding.UTF8.GetString(line));
                continue;
            }

            Keep(fields, name, text);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            {
                return null;
            }

            name = Encoding.ASCII.GetString(line[..colon]).ToLowerInvariant();
            text.Append(Encoding.UTF8.GetString(line[(colon + 1)..]));
        }

        Keep(fields, name, text);
        return fields;
    }

    private static void Keep(Dictionary<string, string> fields, string? name, StringBuilder text)
    {
        if (name is not null)
        {
            fields.TryAdd(name, text.ToString().Trim());
        }

        text.Clear();
    }

    private static string? BoundaryOf(string contentType)
    {
        const string Parameter = "boundary=";
        var at = contentType.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = contentType[(at + Parameter.Length)..];
        var end = value.StartsWith('"') ? value.IndexOf('"', 1) : value.IndexOfAny([';', ' ', '\t']);
        var boundary = (end < 0 ? value : value[..end]).TrimStart('"');
        return boundary.Length is > 0 and <= MaxBoundaryLength ? boundary : null;
    }
}

using Hub.DeportedOffenders.Attachments.Formats;
using Hub.Json;

namespace Hub.DeportedOffenders.Attachments;

/// <summary>A file found fit to keep.</summary>
/// <param name="Name">The last part of its name.</param>
/// <param name="Type">What its bytes are.</param>
public sealed record CheckedAttachment(string Name, AttachmentType Type);

/// <summary>
/// Finds out from a file's bytes what it is, and refuses one that is something else than stated, not whole, or able to
/// run. A file is handed to officers under the type found, so a claim alone counts for nothing.
/// </summary>
public sealed class AttachmentCheck(AttachmentTypes types)
{
    /// <summary>UTF-16 code units.</summary>
    public const int MaxNameLength = 200;

    /// <summary>What senders state when they do not know: nothing.</summary>
    private const string Unstated = "application/octet-stream";

    /// <summary>What can be said of a file before its bytes are read.</summary>
    /// <param name="name">As the sender gives it; of a path only the last part counts.</param>
    /// <param name="mediaType">As the sender states it; null or <c>application/octet-stream</c> where they do not.</param>
    /// <exception cref="AttachmentRefusedException">The name cannot be kept, or name and type are not of one type that is kept.</exception>
    public CheckedAttachment Stated(string? name, string? mediaType)
    {
        var kept = NameOf(name);
        var dot = kept.LastIndexOf('.');
        if (dot < 0 || !types.TryFindByExtension(kept[(dot + 1)..], out var byName))
        {
            throw NotKept("The ending of its name is of no type that is kept.");
        }

        if (mediaType is null || mediaType.Equals(Unstated, StringComparison.OrdinalIgnoreCase))
        {
            return new CheckedAttachment(kept, byName);
        }

        if (!types.TryFindByMediaType(mediaType, out var byType))
        {
            throw NotKept("Its stated media type is of no type that is kept.");
        }

        return byName == byType
            ? new CheckedAttachment(kept, byName)
            : throw Differs($"Its name says {byName.Name}, its stated media type says {byType.Name}.");
    }

    /// <param name="stated">What was stated of the file.</param>
    /// <param name="content">All its bytes.</param>
    /// <exception cref="AttachmentRefusedException">It is not fit to keep.</exception>
    public void Check(CheckedAttachment stated, ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Empty, "The file is empty. Send it again from where it is kept.");
        }

        if (content.Length > types.MaxBytes)
        {
            throw TooLarge();
        }

        if (!Begins(stated.Type.Format, content.Span))
        {
            throw Differs($"Stated: {stated.Type.Name}. What it looks like: {LooksLike(content.Span)}.");
        }

        CheckWhole(stated.Type, content);
    }

    /// <summary>The refusal of a file over <see cref="AttachmentTypes.MaxBytes"/>.</summary>
    public AttachmentRefusedException TooLarge() =>
        new(AttachmentRefusal.TooLarge, $"At most {types.MaxBytes / (1024 * 1024)} MB are kept of one file. Send it in parts.");

    private static bool Begins(AttachmentFormat format, ReadOnlySpan<byte> content) => format switch
    {
        AttachmentFormat.Pdf => PdfFormat.Begins(content),
        AttachmentFormat.Jpeg => JpegFormat.Begins(content),
        AttachmentFormat.Png => PngFormat.Begins(content),
        AttachmentFormat.Tiff => TiffFormat.Begins(content),
        AttachmentFormat.Docx or AttachmentFormat.Xlsx => ZipDirectory.Begins(content),
        AttachmentFormat.Text => TextFormat.IsText(content),
        AttachmentFormat.Eml => EmailFormat.Begins(content),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private void CheckWhole(AttachmentType type, ReadOnlyMemory<byte> content)
    {
        switch (type.Format)
        {
            case AttachmentFormat.Pdf:
                PdfFormat.CheckWhole(content.Span);
                break;
            case AttachmentFormat.Jpeg:
                JpegFormat.CheckWhole(content.Span);
                break;
            case AttachmentFormat.Png:
                PngFormat.CheckWhole(content.Span);
                break;
            case AttachmentFormat.Tiff:
                TiffFormat.CheckWhole(content.Span);
                break;
            case AttachmentFormat.Eml:
                EmailFormat.CheckWhole(content.Span);
                break;
            case AttachmentFormat.Docx or AttachmentFormat.Xlsx:
                var found = new OfficeFormat(types.Office).Read(content);
                if (found != type.Format)
                {
                    throw Differs($"Stated: {type.Name}. What it looks like: {(found is { } other ? types[other].Name : "another ZIP archive")}.");
                }

                break;
        }
    }

    private string LooksLike(ReadOnlySpan<byte> content)
    {
        foreach (var format in (ReadOnlySpan<AttachmentFormat>)[AttachmentFormat.Pdf, AttachmentFormat.Jpeg, AttachmentFormat.Png, AttachmentFormat.Tiff])
        {
            if (Begins(format, content))
            {
                return types[format].Name;
            }
        }

        return types.OtherName(content) is { } name ? name
            : TextFormat.IsText(content) ? types[AttachmentFormat.Text].Name
            : "nothing that the hub knows";
    }

    private static string NameOf(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (last.Trim('.').Length == 0)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Name, "The file has no name. Give one with its ending, such as prison-record.pdf.");
        }

        return TextRules.Problem(last, MaxNameLength) is { } problem
            ? throw new AttachmentRefusedException(AttachmentRefusal.Name, $"The file's name cannot be kept. {problem.Message}")
            : last;
    }

    private AttachmentRefusedException NotKept(string why) => new(AttachmentRefusal.TypeNotKept, $"{why} Kept are: {types.List}.");

    private static AttachmentRefusedException Differs(string why) => new(AttachmentRefusal.NotAsStated, $"{why} Send it under its own name and type, if that is kept.");
}

using System.Text;
using Hub.DeportedOffenders.Attachments;
using Hub.Testing.Attachments;

namespace Hub.Tests.DeportedOffenders.Attachments;

public sealed class AttachmentCheckTests
{
    private static readonly AttachmentTypes Types = AttachmentTypes.Published;
    private static readonly AttachmentCheck Checker = new(Types);

    [Fact]
    public void Every_type_published_is_kept_with_and_without_its_type_stated()
    {
        Assert.Equal(Enum.GetValues<AttachmentFormat>(), AttachmentSamples.All.Select(s => s.Format));
        Assert.Equal(Enum.GetValues<AttachmentFormat>(), Types.Kept.Select(t => t.Format));
        Assert.Equal(10 * 1024 * 1024, Types.MaxBytes);
        foreach (var (format, name, content) in AttachmentSamples.All)
        {
            var type = Types.Kept.Single(t => t.Format == format);
            foreach (var stated in new[] { type.MediaType, type.MediaType.ToUpperInvariant(), "application/octet-stream", null })
            {
                Assert.Equal(new CheckedAttachment(name, type), Check(name, stated, content));
            }
        }
    }

    [Fact]
    public void A_file_of_one_type_under_the_name_of_another_is_not_as_stated()
    {
        foreach (var (format, _, content) in AttachmentSamples.All)
        {
            foreach (var (other, name, _) in AttachmentSamples.All.Where(o => o.Format != format && (format, o.Format) is not (AttachmentFormat.Eml, AttachmentFormat.Text)))
            {
                var refused = Refused(AttachmentRefusal.NotAsStated, name, null, content);
                Assert.Contains($"Stated: {Types.Kept.Single(t => t.Format == other).Name}. What it looks like: ", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("record.pdf", "MZ\u0090\0\u0003", "Windows program")]
    [InlineData("photo.jpg", "GIF89a", "GIF image")]
    [InlineData("report.docx", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "Office document in the old form, or one locked with a password")]
    [InlineData("note.txt", "\u00ff\u00fea\0", "text in UTF-16")]
    [InlineData("note.txt", "caf\u00e9", "nothing that the hub knows")]
    [InlineData("note.txt", "a\u001b[2Jb", "nothing that the hub knows")]
    [InlineData("record.pdf", "#!/bin/sh", "script")]
    [InlineData("alert.eml", "Dear all,\nhe lands on Tuesday.", "plain text in UTF-8")]
    [InlineData("alert.eml", "From: a@b.example\n\nNo date.", "plain text in UTF-8")]
    public void What_it_looks_like_instead_is_said(string name, string latin1, string looks) =>
        Assert.Contains($"What it looks like: {looks}.", Refused(AttachmentRefusal.NotAsStated, name, null, Encoding.Latin1.GetBytes(latin1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Name_and_stated_type_must_agree() =>
        Assert.Contains("Its name says JPEG image, its stated media type says PNG image.", Refused(AttachmentRefusal.NotAsStated, "photo.jpg", "image/png", AttachmentSamples.Jpeg).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("setup.exe", null)]
    [InlineData("record", null)]
    [InlineData("record.", null)]
    [InlineData("macro.docm", "application/octet-stream")]
    [InlineData("record.pdf.exe", "application/pdf")]
    [InlineData("record.pdf", "text/html")]
    public void A_type_that_is_not_kept_is_refused_with_what_is(string name, string? mediaType) =>
        Assert.Contains("Word document (.docx)", Refused(AttachmentRefusal.TypeNotKept, name, mediaType, AttachmentSamples.Pdf).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("../../etc/record.pdf")]
    [InlineData("C:\\Users\\officer\\record.pdf")]
    [InlineData("/record.pdf")]
    [InlineData("  record.pdf ")]
    public void Of_a_path_only_the_last_part_is_kept(string name) => Assert.Equal("record.pdf", Check(name, null, AttachmentSamples.Pdf).Name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("folder/")]
    [InlineData("..")]
    [InlineData("rec\nord.pdf")]
    [InlineData("rec\0ord.pdf")]
    [InlineData("record\u202Efdp.pdf")]
    public void A_name_that_cannot_be_kept_is_refused(string? name) => Refused(AttachmentRefusal.Name, name, null, AttachmentSamples.Pdf);

    [Fact]
    public void A_name_of_half_a_character_is_refused() => Refused(AttachmentRefusal.Name, "\ud800.pdf", null, AttachmentSamples.Pdf);

    [Fact]
    public void A_name_is_at_most_so_long()
    {
        Check($"{new string('a', 196)}.pdf", null, AttachmentSamples.Pdf);
        Refused(AttachmentRefusal.Name, $"{new string('a', 197)}.pdf", null, AttachmentSamples.Pdf);
    }

    [Fact]
    public void Empty_and_too_large_are_refused()
    {
        Refused(AttachmentRefusal.Empty, "record.pdf", null, []);
        byte[] largest = [.. AttachmentSamples.Text, .. Enumerable.Repeat((byte)'a', Types.MaxBytes - AttachmentSamples.Text.Length)];
        Check("note.txt", null, largest);
        Refused(AttachmentRefusal.TooLarge, "note.txt", null, [.. largest, (byte)'a']);
    }

    private static CheckedAttachment Check(string? name, string? mediaType, byte[] content)
    {
        var stated = Checker.Stated(name, mediaType);
        Checker.Check(stated, content);
        return stated;
    }

    private static AttachmentRefusedException Refused(AttachmentRefusal why, string? name, string? mediaType, byte[] content)
    {
        var refused = Assert.Throws<AttachmentRefusedException>(() => Check(name, mediaType, content));
        Assert.Equal(why, refused.Refusal);
        return refused;
    }
}

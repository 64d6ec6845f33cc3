using System.Text;
using Hub.DeportedOffenders.Attachments;
using Hub.Testing.Attachments;

namespace Hub.Tests.DeportedOffenders.Attachments;

/// <summary>Files that begin as they should and do not end so, or hold what they must not.</summary>
public sealed class WholeFileTests
{
    private static readonly AttachmentCheck Checker = new(AttachmentTypes.Published);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        foreach (var (format, name, content) in AttachmentSamples.All.Where(s => s.Format != AttachmentFormat.Text))
        {
            // What may be missing at the very end: a line end after the last mark.
            var trimmed = content.AsSpan().TrimEnd("\r\n"u8).Length;
            for (var length = 1; length < trimmed; length++)
            {
                var refusal = RefusalOf(name, content[..length]);
                Assert.True(refusal is AttachmentRefusal.NotWhole or AttachmentRefusal.NotAsStated, $"{format} of {length} bytes: {refusal}");
            }

            Assert.Equal(AttachmentRefusal.NotWhole, RefusalOf(name, content[..(trimmed - 1)]));
        }
    }

    [Fact]
    public void A_program_behind_a_whole_file_is_refused()
    {
        foreach (var (format, name, content) in AttachmentSamples.All.Where(s => s.Format is AttachmentFormat.Pdf or AttachmentFormat.Jpeg or AttachmentFormat.Png or AttachmentFormat.Docx or AttachmentFormat.Xlsx))
        {
            Assert.True(RefusalOf(name, [.. content, .. "MZ\u0090\0program"u8]) == AttachmentRefusal.NotWhole, $"{format}");
        }
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("word/activeX/activeX1.xml")]
    [InlineData("word/media/run.exe")]
    [InlineData("word/media/run.js")]
    [InlineData("word/media/../../run.xml")]
    [InlineData("word\\run.xml")]
    [InlineData("run")]
    public void A_document_with_a_part_that_can_be_run_is_refused(string part) =>
        Assert.Equal(AttachmentRefusal.ActiveContent, RefusalOf("report.docx", AttachmentSamples.Word((part, "x"))));

    [Theory]
    [InlineData("application/vnd.ms-office.vbaProject")]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.oleObject")]
    [InlineData("application/vnd.ms-office.activeX+xml")]
    public void A_macro_under_an_innocent_name_is_refused(string type) =>
        Assert.Equal(AttachmentRefusal.ActiveContent, RefusalOf("report.docx", AttachmentSamples.WordTyped("word/media/image1.png", type)));

    [Theory]
    [InlineData("word/media/image1.png")]
    [InlineData("word/embeddings/Microsoft_Excel_Sheet.xlsx")]
    [InlineData("docProps/app.xml")]
    [InlineData("word/fonts/font1.odttf")]
    [InlineData("word/media/")]
    public void A_document_with_harmless_parts_is_kept(string part) => Assert.Null(RefusalOf("report.docx", AttachmentSamples.Word((part, ""))));

    [Fact]
    public void Another_archive_is_no_document()
    {
        Assert.Equal(AttachmentRefusal.NotAsStated, RefusalOf("report.docx", AttachmentSamples.Zip(("note.txt", "x"))));
        Assert.Equal(AttachmentRefusal.NotAsStated, RefusalOf("report.docx", AttachmentSamples.Xlsx));
        Assert.Equal(AttachmentRefusal.NotAsStated, RefusalOf("report.docx", AttachmentSamples.Zip(("[Content_Types].xml", "<Types/>"))));
    }

    [Theory]
    [InlineData("<Types>")]
    [InlineData("")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"a\">]><Types>&a;</Types>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"nonsense\"?><Types/>")]
    public void A_list_of_types_that_cannot_be_read_is_refused(string xml) =>
        Assert.Equal(AttachmentRefusal.NotWhole, RefusalOf("report.docx", AttachmentSamples.Zip(("[Content_Types].xml", xml))));

    [Fact]
    public void A_list_of_types_that_unpacks_to_very_much_is_refused() =>
        Assert.Equal(AttachmentRefusal.NotWhole, RefusalOf("report.docx", AttachmentSamples.Zip(("[Content_Types].xml", new string(' ', 5_000_000)))));

    [Fact]
    public void Two_parts_of_one_name_are_refused_as_programs_differ_in_which_they_open() =>
        Assert.Equal(AttachmentRefusal.NotWhole, RefusalOf("report.docx", AttachmentSamples.Word(("word/DOCUMENT.xml", "<other/>"))));

    [Fact]
    public void A_name_in_the_directory_that_is_not_the_one_in_front_of_the_part_is_refused()
    {
        var document = AttachmentSamples.Docx.ToArray();
        document[document.AsSpan().LastIndexOf("word/document.xml"u8)] = (byte)'W';

        Assert.Equal(AttachmentRefusal.NotWhole, RefusalOf("report.docx", document));
    }

    [Fact]
    public void Pages_of_an_image_in_a_ring_are_refused()
    {
        var ring = AttachmentSamples.Tiff.ToArray();
        ring[^4] = 12;

        Assert.Equal(AttachmentRefusal.NotWhole, RefusalOf("scan.tif", ring));
    }

    [Fact]
    public void An_e_mail_of_one_part_has_no_end_to_look_for() =>
        Assert.Null(RefusalOf("alert.eml", Encoding.Latin1.GetBytes("From: a@b.example\r\nDate: Sun, 22 Nov 2026 08:00:00 +0000\r\nSubject: caf\u00e9\r\n\r\nZo\u00eb")));

    [Fact]
    public void A_picture_with_zeros_behind_it_is_kept() => Assert.Null(RefusalOf("photo.jpg", [.. AttachmentSamples.Jpeg, 0, 0, 0]));

    private static AttachmentRefusal? RefusalOf(string name, byte[] content)
    {
        try
        {
            Checker.Check(Checker.Stated(name, null), content);
            return null;
        }
        catch (AttachmentRefusedException refused)
        {
            return refused.Refusal;
        }
    }
}

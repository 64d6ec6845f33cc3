using Hub.DeportedOffenders.Attachments;
using Hub.Testing.Attachments;
using Hub.Testing.People;

namespace Hub.Tests.DeportedOffenders.Attachments;

/// <summary>Files damaged at random: whatever they are, they are kept or refused, and nothing else.</summary>
public sealed class AttachmentFuzzTests
{
    private const int Files = 4_000;
    private static readonly AttachmentCheck Checker = new(AttachmentTypes.Published);
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, (byte)'P', (byte)'K', (byte)'%', (byte)'<', (byte)'\n', (byte)':'];

    [Theory]
    [InlineData(AttachmentFormat.Pdf)]
    [InlineData(AttachmentFormat.Jpeg)]
    [InlineData(AttachmentFormat.Png)]
    [InlineData(AttachmentFormat.Tiff)]
    [InlineData(AttachmentFormat.Text)]
    [InlineData(AttachmentFormat.Docx)]
    [InlineData(AttachmentFormat.Xlsx)]
    [InlineData(AttachmentFormat.Eml)]
    public void A_damaged_file_is_kept_or_refused_and_nothing_else(AttachmentFormat format)
    {
        var (_, name, content) = AttachmentSamples.All.Single(s => s.Format == format);
        var stated = Checker.Stated(name, null);
        var refusals = 0;
        for (var i = 0; i < Files; i++)
        {
            var damaged = Damage(SeededRandom.For((ulong)format, (ulong)i), content);
            try
            {
                Checker.Check(stated, damaged);
            }
            catch (AttachmentRefusedException)
            {
                refusals++;
            }
            catch (Exception e)
            {
                Assert.Fail($"{format}, file {i}: {e}");
            }
        }

        Assert.InRange(refusals, 1, Files);
    }

    private static byte[] Damage(SeededRandom random, byte[] content)
    {
        var file = new List<byte>(content);
        for (var left = 1 + random.Below(5); left > 0 && file.Count > 0; left--)
        {
            var at = random.Below(file.Count);
            var length = Math.Min(1 + random.Below(20), file.Count - at);
            switch (random.Below(6))
            {
                case 0:
                    file[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 1:
                    file[at] = random.Pick(Telling);
                    break;
                case 2:
                    file.RemoveRange(at, length);
                    break;
                case 3:
                    file.InsertRange(random.Below(file.Count), file.GetRange(at, length));
                    break;
                case 4:
                    // A number of four bytes, as lengths and offsets are.
                    for (var i = at; i < Math.Min(at + 4, file.Count); i++)
                    {
                        file[i] = random.Pick(Telling);
                    }

                    break;
                default:
                    file.RemoveRange(at, random.Chance(10) ? file.Count - at : 1);
                    break;
            }
        }

        return [.. file];
    }
}

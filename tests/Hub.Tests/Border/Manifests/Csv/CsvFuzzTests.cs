using System.Text;
using Hub.Border.Manifests;
using static Hub.Tests.Border.Manifests.Csv.Reading;

namespace Hub.Tests.Border.Manifests.Csv;

public sealed class CsvFuzzTests
{
    private const int Files = 20_000;
    private const int MostChanges = 6;

    private static readonly byte[][] Seeds = [.. new[]
    {
        "flight,from,to,departs,std,name,dob,passport,expiry,type\nBA9,LHR,BKK,2026-12-01,21:30,MOSS/ADA MRS,19-MAY-71,925665416,01/02/31,P\nBA9,LHR,BKK,2026-12-01,21:30,VALE/BO MR,20110519,,,crew\n",
        "Surname;Given;Sex;Nationality;Flight;From;Via;To;Departs;Arrives;Returns;Return airport;Embark;Disembark\n\"O\"\"Neill; Jr\";Zoë;F;D;QF2;LHR;SIN/DRW;SYD;2026-12-01T20:00+00:00;2026-12-03 06:00;24/12/2026;LHR;SIN;SYD\n",
        "\uFEFFlast name\tfirst name\tdate of birth\tflight\torigin\tdestination\tflight date\r\nMüller\tHans\t19.05.1971\tLH 0901\tLHR\tFRA\t01DEC26\r\n",
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[] Telling = [.. "\",;\t\n\r/<0123456789-:.TZ+ABM "u8, 0, 0x80, 0xC3, 0xFF];

    [Fact]
    public async Task No_file_makes_the_reader_fail_in_any_way_but_its_own()
    {
        var random = new Random(20261122);
        var (read, refused) = (0, 0);
        for (var i = 0; i < Files; i++)
        {
            var file = Changed(Seeds[i % Seeds.Length], random);
            try
            {
                var items = await Manifest(file, i % 2 == 0 ? Context : Stated("BA9", "LHR", "BKK", "2026-12-01"));
                Assert.All(items.OfType<ManifestItem.Listed>(), listed => Assert.NotEmpty(listed.Traveller.Person.Name.ToString()));
                read++;
            }
            catch (ManifestRefusedException refusal)
            {
                Assert.NotEmpty(refusal.Reason);
                refused++;
            }
        }

        Assert.True(read > Files / 10 && refused > Files / 10, $"Too much of one kind to tell: {read} read, {refused} refused.");
    }

    private static byte[] Changed(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
        for (var changes = random.Next(1, MostChanges); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 1:
                    bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}

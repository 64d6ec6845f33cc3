using Hub.Testing.People;

namespace Hub.Testing.Manifests;

/// <summary>Damages files as transports, editors and attackers do. The same random numbers give the same damage.</summary>
public static class ManifestMutator
{
    private const int MaxLength = 16 * 1024;
    private const int MaxRun = 200;
    private const int LongRun = 3000;

    private static readonly byte[] Telling = [.. "+:?'*\"\r\n \0$~/<,.;0159AZaz"u8, 0xFF, 0xC3, 0x80, 0xEF, 0xBB, 0xBF];

    private static readonly string[] Pieces =
    [
        "UNA:+.? '", "UNB+UNOA:4+A+B+261122:0800+1'", "UNZ+1+1'", "UNE+1+1'", "UNH+1+PAXLST:D:02B'", "UNT+3+1'", "BGM+745+XR'", "BGM+266+CLNB'",
        "NAD+FL+++'", "NAD+FM'", "TDT+20+BA9'", "LOC+125+LHR'", "LOC+87'", "DTM+189:2403312400:201'", "DTM+189:000101:101'", "DTM+189:99991231:102'",
        "DTM+329:000229'", "DTM+36:99999999'", "CNT+42:99999999999999999999'", "CNT+41:-1'", "2147483648", "00000000000000000000000", "''''", "????", "+++++:::::",
    ];

    /// <summary>A file with one to six damages.</summary>
    /// <param name="random">Where the damage comes from.</param>
    /// <param name="files">What to damage; parts of others get spliced in.</param>
    public static byte[] Mutate(SeededRandom random, IReadOnlyList<byte[]> files)
    {
        var file = new List<byte>(random.Pick(files));
        for (var i = 1 + random.Below(1 + random.Below(6)); i > 0 && file.Count > 0; i--)
        {
            Damage(random, file, files);
        }

        return [.. file];
    }

    private static void Damage(SeededRandom random, List<byte> file, IReadOnlyList<byte[]> files)
    {
        var at = random.Below(file.Count);
        var length = Math.Min(1 + random.Below(MaxRun), file.Count - at);
        switch (random.Below(11))
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
                file.InsertRange(at, file.GetRange(random.Below(at + 1), Math.Min(length, file.Count - at)));
                break;
            case 4:
                file.RemoveRange(at, file.Count - at);
                break;
            case 5:
                SwapSegments(random, file);
                break;
            case 6:
                ReplaceEverywhere(file, file[random.Below(Math.Min(file.Count, 12))], random.Pick(Telling));
                break;
            case 7:
                var other = random.Pick(files);
                file.InsertRange(at, other.AsSpan(random.Below(other.Length)).ToArray());
                break;
            case 8:
                file.InsertRange(at, random.Pick(Pieces).Select(c => (byte)c));
                break;
            case 9:
                file.InsertRange(at, Enumerable.Repeat(random.Pick(Telling), random.Chance(100) ? LongRun : length));
                break;
            default:
                DeleteSegment(random, file);
                break;
        }

        if (file.Count > MaxLength)
        {
            file.RemoveRange(MaxLength, file.Count - MaxLength);
        }
    }

    private static void SwapSegments(SeededRandom random, List<byte> file)
    {
        var (start, length) = Segment(random, file);
        var segment = file.GetRange(start, length);
        file.RemoveRange(start, length);
        file.InsertRange(random.Below(file.Count + 1), segment);
    }

    private static void DeleteSegment(SeededRandom random, List<byte> file)
    {
        var (start, length) = Segment(random, file);
        file.RemoveRange(start, length);
    }

    private static (int Start, int Length) Segment(SeededRandom random, List<byte> file)
    {
        var start = file.IndexOf((byte)'\'', random.Below(file.Count)) + 1;
        var end = start < file.Count ? file.IndexOf((byte)'\'', start) : -1;
        return (start, (end < 0 ? file.Count : end + 1) - start);
    }

    private static void ReplaceEverywhere(List<byte> file, byte from, byte to)
    {
        for (var i = 0; i < file.Count; i++)
        {
            file[i] = file[i] == from ? to : file[i];
        }
    }
}

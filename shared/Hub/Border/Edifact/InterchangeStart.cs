using Hub.Border.Manifests;

namespace Hub.Border.Edifact;

/// <summary>What stands before the UNB of an interchange: a byte order mark, blanks, a UNA; and what may follow the last interchange.</summary>
internal sealed class InterchangeStart
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private bool _expected = true;
    private bool _first = true;

    public Separators Separators { get; private set; } = Separators.Standard;

    /// <summary>An interchange has ended.</summary>
    public void Expect() => _expected = true;

    /// <summary>Passes what stands before the next segment.</summary>
    /// <param name="ahead">The bytes not read yet.</param>
    /// <param name="offset">Of the first of them in the file.</param>
    /// <param name="number">Of the last segment.</param>
    /// <param name="ended">Whether they are all there will be.</param>
    /// <param name="passed">How many of them need not be seen again.</param>
    /// <returns>False where no segment can begin yet.</returns>
    public bool TryPass(ReadOnlySpan<byte> ahead, long offset, long number, bool ended, out int passed)
    {
        passed = 0;
        if (!_expected)
        {
            return true;
        }

        if (_first && offset == 0 && ahead.StartsWith(ByteOrderMark))
        {
            passed = ByteOrderMark.Length;
        }

        while (passed < ahead.Length && ahead[passed] <= ' ')
        {
            passed++;
        }

        return TryBegin(ahead[passed..], new ManifestPlace(null, number + 1, null, offset + passed), ended, ref passed);
    }

    private bool TryBegin(ReadOnlySpan<byte> ahead, ManifestPlace at, bool ended, ref int passed)
    {
        if (ahead.Length < Separators.AdviceLength && !ended)
        {
            return false;
        }

        if (ahead.StartsWith("UNA"u8) && ahead.Length >= Separators.AdviceLength)
        {
            Separators = Separators.Read(ahead, at.Byte!.Value);
            passed += Separators.AdviceLength;
        }
        else if (ahead.StartsWith("UNB"u8))
        {
            Separators = Standard(ahead, at);
        }
        else
        {
            return _first ? throw NotAnInterchange(at) : TryEnd(ahead, at, ended, ref passed);
        }

        (_expected, _first) = (false, false);
        return true;
    }

    private static Separators Standard(ReadOnlySpan<byte> ahead, ManifestPlace at) =>
        ahead.Length > SegmentTag.Length && ahead[SegmentTag.Length] is not ((byte)'+' or (byte)' ')
            ? throw new ManifestRefusedException(at, "separators-missing", "The interchange has no UNA and does not use the standard separators.")
            : Separators.Standard;

    private static bool TryEnd(ReadOnlySpan<byte> ahead, ManifestPlace at, bool ended, ref int passed)
    {
        if (ahead.Length > EdifactLimits.TextAfterInterchange)
        {
            throw new ManifestRefusedException(at, "text-after-interchange", "Something follows the interchange that is no interchange.");
        }

        passed += ended ? ahead.Length : 0;
        return false;
    }

    private static ManifestRefusedException NotAnInterchange(ManifestPlace at) =>
        new(at, "not-an-interchange", "A UN/EDIFACT interchange begins with UNA or UNB.");
}

namespace Hub.Border.Edifact;

/// <summary>What an interchange may have at most. Real PAXLST segments have a few hundred bytes and a dozen components.</summary>
public static class EdifactLimits
{
    /// <summary>Bytes of one segment, its terminator not counted.</summary>
    public const int SegmentLength = 16 * 1024;

    /// <summary>Components of one segment, those of repeated elements included.</summary>
    public const int SegmentComponents = 256;

    /// <summary>Bytes that may follow the last interchange without being one, such as a stamp of a mail gateway.</summary>
    public const int TextAfterInterchange = 64;
}

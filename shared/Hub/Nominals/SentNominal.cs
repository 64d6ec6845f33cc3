namespace Hub.Nominals;

/// <summary>
/// Whether a record as its source sends it may take the place of the one held. What the source changed earlier than
/// what is held, or before the person's time ended, came late and would bring back what no longer holds; a record merged
/// away is not written to.
/// </summary>
public static class SentNominal
{
    public static SentVerdict Verdict(Nominal? held, Nominal sent) => held switch
    {
        { MergedInto: not null } => SentVerdict.Merged,
        not null when sent.Updated < held.Updated => SentVerdict.Stale,
        { Ended: { } ended } when sent.Ended is null && sent.Updated < ended => SentVerdict.Stale,
        _ => SentVerdict.Taken,
    };
}

/// <summary>What is made of a record sent.</summary>
public enum SentVerdict
{
    /// <summary>It stands from now on.</summary>
    Taken,

    /// <summary>The register holds something newer.</summary>
    Stale,

    /// <summary>The record was merged into another.</summary>
    Merged,
}

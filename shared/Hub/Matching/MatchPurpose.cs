namespace Hub.Matching;

/// <summary>What a match is for. The model file sets prior and thresholds for each.</summary>
public enum MatchPurpose
{
    /// <summary>A report about one person, whose team must be told: a missed match costs more than a look.</summary>
    ArrestRouting,

    /// <summary>Many travellers, of whom almost none is on the register: a false alarm meets an innocent person.</summary>
    BorderScreening,

    /// <summary>The register compared with itself: one person may be on it several times.</summary>
    Deduplication,
}

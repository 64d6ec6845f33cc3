using System.Collections.Immutable;

namespace Hub.Matching.Searching;

/// <summary>Who fits a search.</summary>
/// <param name="Best">Best first; bits are evidence alone, without prior.</param>
/// <param name="Fit">How many fit, of those looked at.</param>
/// <param name="AllLookedAt">False where more share what was asked than are looked at, so that <paramref name="Fit"/> may be more.</param>
/// <param name="ById">The ids that were asked for to the letter and are on the register.</param>
public sealed record NominalsFound(ImmutableArray<CandidateEvidence> Best, int Fit, bool AllLookedAt, ImmutableArray<string> ById)
{
    /// <summary>The register's high-water mark up to which was looked: a nominal changed after it may say something else than the evidence.</summary>
    public long Mark { get; init; }

    /// <summary>What to tell whoever asked, where more fit than are shown; null where all are.</summary>
    public string? CutShort => (AllLookedAt, Fit > Best.Length) switch
    {
        (true, false) => null,
        (true, true) => $"{Fit} people fit. The best {Best.Length} are shown. Add what else you know, such as a given name, a date of birth or a postcode.",
        (false, _) => $"At least {Fit} people fit, and so many share what you asked for that not all were looked at. Add what else you know, such as a given name, a date of birth or a postcode.",
    };
}

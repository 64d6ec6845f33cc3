using System.Collections.Immutable;

namespace Hub.Border.Manifests.Screening;

/// <summary>A traveller who is or may be a nominal. Held only until the hit has its case.</summary>
/// <param name="Traveller">The traveller.</param>
/// <param name="Candidates">The nominals shown, best first.</param>
/// <param name="IsMatch">Identified as the first; otherwise possibly any of them.</param>
internal sealed record FoundHit(Traveller Traveller, ImmutableArray<WeighedCandidate> Candidates, bool IsMatch)
{
    public string Outcome => IsMatch ? "match" : "possible";

    public static FoundHit? Of(Traveller traveller, Matching.Screening screening) => screening.Outcome is Matching.MatchOutcome.None
        ? null
        : new FoundHit(
            traveller,
            [.. screening.Candidates.Where(c => c.Shown).Select(c => new WeighedCandidate(c.Nominal, c.Bits))],
            screening.Outcome is Matching.MatchOutcome.Match);
}

/// <summary>A nominal a traveller may be.</summary>
/// <param name="Nominal">Its id.</param>
/// <param name="Bits">How sure, log2 odds.</param>
internal readonly record struct WeighedCandidate(string Nominal, double Bits);

/// <summary>A hit that is the border's business, with the nominal it is about and the reference of its case.</summary>
internal sealed record ReferencedHit(FoundHit Hit, string Nominal, string Reference);

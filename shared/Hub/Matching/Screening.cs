using System.Collections.Immutable;

namespace Hub.Matching;

/// <summary>What became of one person compared with the register, without the field-by-field evidence (see <see cref="Screener.Explain"/>).</summary>
/// <param name="Outcome">None, possible or match, by the thresholds of the purpose.</param>
/// <param name="Candidates">The likeliest, best first; at most as many as were asked for.</param>
/// <param name="Found">Nominals that share a blocking key with the person.</param>
/// <param name="Considered">How many of them were weighed: those whose names and birth date leave them within reach of a threshold.</param>
public readonly record struct Screening(MatchOutcome Outcome, ImmutableArray<WeighedNominal> Candidates, int Found, int Considered);

/// <summary>One nominal weighed against a person.</summary>
/// <param name="Nominal">The nominal's id.</param>
/// <param name="Bits">Prior and evidence, log2 odds; exact to a thousandth.</param>
/// <param name="Probability">0 to 1, of the bits alone.</param>
/// <param name="Shown">True where the product would show it to a person: at or above <c>possible</c>, and not explained away by a better one or a named rule.</param>
/// <param name="Sure">True where nobody needs to look: the outcome is a match with this nominal; when deduplicating, one of several.</param>
public readonly record struct WeighedNominal(string Nominal, double Bits, double Probability, bool Shown, bool Sure);

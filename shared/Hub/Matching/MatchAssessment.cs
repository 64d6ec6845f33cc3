using System.Collections.Immutable;

namespace Hub.Matching;

/// <summary>
/// What matching made of a person: the outcome, and for each candidate considered what spoke for and against, in a
/// form an officer can read out in court. Stored with the case as it was at the time.
/// </summary>
public sealed record MatchAssessment
{
    public required MatchOutcome Outcome { get; init; }

    /// <summary>
    /// The nominal found, or confirmed by a person, where it was merged into the outcome's since; null where it is the
    /// outcome's own. Should they be two persons after all, it is the one the report goes back to.
    /// </summary>
    public string? Named { get; init; }

    /// <summary>Why this outcome, in a sentence: what made the best candidate enough, or not enough.</summary>
    public required string Because { get; init; }

    /// <summary>The model that weighed, such as <c>2026-11-1</c>.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The register's high-water mark at the time.</summary>
    public required long RegisterMark { get; init; }

    /// <summary>Candidates, most probable first; at most a handful are kept.</summary>
    public ImmutableArray<CandidateEvidence> Candidates { get; init; } = [];

    /// <summary>How many on the register shared a blocking key with the person and were looked at.</summary>
    public required int Considered { get; init; }

    /// <summary>Who decided, where a person did.</summary>
    public MatchDecision? Decision { get; init; }
}

/// <summary>A person's decision on a possible match.</summary>
public sealed record MatchDecision(bool Confirmed, string? Nominal, Auditing.Actor By, DateTimeOffset At, string Rationale);

/// <summary>The closed outcome of matching.</summary>
[System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Match), "match")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Possible), "possible")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(None), "none")]
public abstract record MatchOutcome
{
    private MatchOutcome()
    {
    }

    /// <summary>Identified: this is the nominal.</summary>
    /// <param name="Nominal">The nominal's id.</param>
    /// <param name="Probability">0 to 1.</param>
    public sealed record Match(string Nominal, double Probability) : MatchOutcome;

    /// <summary>May be the nominal; a person must look before anything adverse rests on it.</summary>
    /// <param name="Nominal">The most probable nominal's id.</param>
    /// <param name="Probability">0 to 1.</param>
    public sealed record Possible(string Nominal, double Probability) : MatchOutcome;

    /// <summary>Nobody on the register.</summary>
    public sealed record None : MatchOutcome;
}

/// <summary>What spoke for and against one candidate.</summary>
/// <param name="Nominal">The candidate's id.</param>
/// <param name="Probability">0 to 1: prior and evidence together.</param>
/// <param name="PriorBits">Log2 odds before any evidence.</param>
/// <param name="TotalBits">Prior and all evidence, log2 odds.</param>
/// <param name="Fields">Each field compared.</param>
public sealed record CandidateEvidence(string Nominal, double Probability, double PriorBits, double TotalBits, ImmutableArray<FieldEvidence> Fields)
{
    /// <summary>For the best: what came of it. For another: what it lacks beside the best. In a sentence or two.</summary>
    public string? Verdict { get; init; }
}

/// <summary>One field compared.</summary>
/// <param name="Field">Such as <c>surname</c>.</param>
/// <param name="Level">How far they agree, such as <c>exact</c>.</param>
/// <param name="Bits">Weight of evidence, log2 Bayes factor; below zero speaks against.</param>
/// <param name="Reported">The report's value as compared.</param>
/// <param name="Registered">The register's value as compared.</param>
/// <param name="Words">The comparison in a sentence.</param>
public sealed record FieldEvidence(string Field, string Level, double Bits, string? Reported, string? Registered, string Words)
{
    /// <summary>Whether a level says that the two differ, not merely that their agreeing tells little.</summary>
    public static bool IsDifference(string level) => level is "different" or "near" or "other-person";
}

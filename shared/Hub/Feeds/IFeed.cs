using System.Collections.Immutable;
using System.Text.Json;
using Hub.Json;
using Hub.Matching;
using Hub.Notices;
using Hub.Persons;
using Hub.Places;

namespace Hub.Feeds;

/// <summary>
/// One kind of report: how it is read, who it is about, and who must be told. A feed lives in one folder, has a public
/// constructor without parameters, and is found by <see cref="FeedCatalog"/>; nothing else names it.
/// </summary>
public interface IFeed
{
    /// <summary>The name in addresses, tokens and cases, such as <c>arrests</c>.</summary>
    string Name { get; }

    /// <summary>What its persons are matched for: decides prior and thresholds.</summary>
    MatchPurpose Purpose => MatchPurpose.ArrestRouting;

    /// <summary>Reads a report, adding every error there is; null when there was one.</summary>
    ReadReport? Read(JsonFields report, ReadingContext context);

    /// <summary>The person a stored report is about.</summary>
    PersonDetails Subject(JsonElement report);

    /// <summary>Applies the feed's rules to a stored report and what matching found.</summary>
    Findings Assess(JsonElement report, AssessmentContext context);
}

/// <summary>A report that passed its feed's checks.</summary>
/// <param name="Reference">The sender's own reference.</param>
/// <param name="OccurredAt">When it happened. UTC.</param>
/// <param name="Content">The report in its feed's shape.</param>
public sealed record ReadReport(string Reference, DateTimeOffset OccurredAt, JsonElement Content);

/// <summary>What reading may depend on.</summary>
/// <param name="Now">The moment of receipt. UTC.</param>
/// <param name="Authorities">The directory of local authorities.</param>
public sealed record ReadingContext(DateTimeOffset Now, AuthorityDirectory Authorities);

/// <summary>What the rules may depend on: nothing else, so that they can be run again on the same and give the same.</summary>
public sealed record AssessmentContext
{
    public required MatchAssessment Match { get; init; }

    /// <summary>The nominal identified or possible, as on the register at the time; null where there is none.</summary>
    public required Nominals.Nominal? Nominal { get; init; }

    public required AuthorityDirectory Authorities { get; init; }

    public required PostcodeBoroughs Postcodes { get; init; }
}

/// <summary>What a feed's rules concluded.</summary>
/// <param name="Notices">Who must be told what by when.</param>
/// <param name="Reasons">Why, in words, in the order the rules ran.</param>
public sealed record Findings(ImmutableArray<NoticeDraft> Notices, ImmutableArray<string> Reasons);

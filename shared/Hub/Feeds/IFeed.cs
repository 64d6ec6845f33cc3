using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Travel;
using Hub.Cases;
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

    /// <summary>What people call one of its reports, such as <c>Arrest notice</c>.</summary>
    string Title { get; }

    /// <summary>What its persons are matched for: decides prior and thresholds.</summary>
    MatchPurpose Purpose { get; }

    /// <summary>Reads a report, adding every error there is; null when there was one.</summary>
    ReadReport? Read(JsonFields report, ReadingContext context);

    /// <summary>The person a stored report is about.</summary>
    PersonDetails Subject(JsonElement report);

    /// <summary>Applies the feed's rules to a stored report and what matching found.</summary>
    Findings Assess(JsonElement report, AssessmentContext context);

    /// <summary>
    /// The report without anything of the person, for feeds that may not keep a person found not to be the nominal
    /// after all; null where the report is kept as it is.
    /// </summary>
    JsonElement? WithoutPerson(JsonElement report);
}

/// <summary>A feed whose reports are joined to what the hub keeps of the person, by an <see cref="IReportJoining"/>, before its rules run.</summary>
public interface IJoinedFeed : IFeed;

/// <summary>A feed whose reports are of persons travelling: they are joined to the journeys of the nominal.</summary>
public interface ITravelFeed : IJoinedFeed
{
    /// <summary>What a case of this feed tells of the identified nominal's travel; null where it is none of the border's business.</summary>
    SeenTraveller? Seen(CaseFile file, Nominals.Nominal nominal, AirportDirectory airports);

    /// <summary>The person and the flight as a report of this feed gives them.</summary>
    ListedHit Listed(JsonElement report);

    /// <summary>
    /// What matching found, as far as it is the border's business: of several a traveller may be, the likeliest may be
    /// somebody who may fly, and the report be about another.
    /// </summary>
    MatchAssessment Concerning(JsonElement report, MatchAssessment match);
}

/// <summary>A report that passed its feed's checks.</summary>
/// <param name="Reference">The sender's own reference.</param>
/// <param name="OccurredAt">When it happened. UTC.</param>
/// <param name="Content">The report in its feed's shape.</param>
public sealed record ReadReport(string Reference, DateTimeOffset OccurredAt, JsonElement Content);

/// <summary>What reading may depend on.</summary>
/// <param name="Now">The moment of receipt. UTC.</param>
/// <param name="Authorities">The directory of local authorities.</param>
public sealed record ReadingContext(DateTimeOffset Now, AuthorityDirectory Authorities)
{
    /// <summary>How far a sender's clock may run ahead of ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>Whether what is reported is still to come, whatever the sender's clock.</summary>
    public bool IsToCome(DateTimeOffset at) => at > Now + ClockTolerance;

    public AirportDirectory Airports { get; init; } = AirportDirectory.Default;

    public CountryDirectory Countries { get; init; } = CountryDirectory.Default;

    public PortDirectory Ports { get; init; } = PortDirectory.Default;
}

/// <summary>What the rules may depend on: nothing else, so that they can be run again on the same and give the same.</summary>
public sealed record AssessmentContext
{
    public required MatchAssessment Match { get; init; }

    /// <summary>The nominal identified or possible, as on the register at the time; null where there is none.</summary>
    public required Nominals.Nominal? Nominal { get; init; }

    public required AuthorityDirectory Authorities { get; init; }

    public required PostcodeBoroughs Postcodes { get; init; }

    public AirportDirectory Airports { get; init; } = AirportDirectory.Default;

    public CountryDirectory Countries { get; init; } = CountryDirectory.Default;

    /// <summary>When the report reached the hub. UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What the report was joined to; null for feeds that are not joined, and where the person is not identified or not of interest.</summary>
    public Joined? Joined { get; init; }

    /// <summary>The journey this report belongs to, and how it was judged; null for reports that are not of travel, or whose person is not identified.</summary>
    public TravelView? Travel => Joined as TravelView;

    /// <summary>What persons decided about the case so far, oldest first.</summary>
    public ImmutableArray<CaseDecision> Decisions { get; init; } = [];
}

/// <summary>What a feed's rules concluded.</summary>
/// <param name="Notices">Who must be told what by when.</param>
/// <param name="Reasons">Why, in words, in the order the rules ran.</param>
public sealed record Findings(ImmutableArray<NoticeDraft> Notices, ImmutableArray<string> Reasons)
{
    /// <summary>See <see cref="CaseFile.Conclusion"/>.</summary>
    public JsonElement? Conclusion { get; init; }

    /// <summary>
    /// Kinds of notices that hold only as long as the rules ask for them: those raised earlier and not asked for now
    /// are withdrawn. Notices of other kinds stay once raised.
    /// </summary>
    public ImmutableHashSet<string> Standing { get; init; } = [];
}

using System.Text.Json;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Persons;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// Alerts that an offender is being deported here, from Interpol, Prisoners Abroad or a foreign authority (seed 003
/// "Management of deported offenders"). Each is joined to the deported offender's case, which tells whoever must know.
/// </summary>
public sealed class DeportedOffenderFeed : Feed<DeportedOffenderAlert>, IJoinedFeed
{
    public const string FeedName = "deported-offenders";

    /// <summary>The largest alert taken, as stored: a case keeps every alert on a person, and a commit holds 2 MB.</summary>
    public const int MaxStoredBytes = 40 * 1024;

    /// <summary>A report about one person, whose team must be told: as of an arrest, a missed match costs more than a look.</summary>
    internal const MatchPurpose MatchedFor = MatchPurpose.ArrestRouting;

    public override string Name => FeedName;

    public override string Title => "Deported-offender alert";

    public override MatchPurpose Purpose => MatchedFor;

    /// <summary>The alert a stored report is.</summary>
    internal static DeportedOffenderAlert AlertOf(JsonElement report) => report.Deserialize<DeportedOffenderAlert>(HubJson.Options)
        ?? throw new InvalidOperationException("A stored alert is null.");

    /// <summary>Whom to match. Where they mean to live may be where the register last knew them.</summary>
    internal static PersonDetails SubjectOf(DeportedOffenderAlert alert) => alert.IntendedAddress is { } intended
        ? alert.Subject with { Addresses = [intended, .. alert.Subject.Addresses] }
        : alert.Subject;

    protected override DeportedOffenderAlert? ReadReport(JsonFields report, ReadingContext context)
    {
        var alert = AlertReading.Read(report, context);
        if (report.Errors.Count == 0 && JsonSerializer.SerializeToUtf8Bytes(alert, HubJson.Options).Length > MaxStoredBytes)
        {
            report.Refuse(FieldErrorCode.TooLong, $"Longer than {MaxStoredBytes / 1024} KB in what the hub keeps of it.");
        }

        return alert;
    }

    protected override string Reference(DeportedOffenderAlert report) => report.Reference;

    protected override DateTimeOffset OccurredAt(DeportedOffenderAlert report) => report.AlertedAt;

    protected override PersonDetails Subject(DeportedOffenderAlert report) => SubjectOf(report);

    protected override Findings Assess(DeportedOffenderAlert report, AssessmentContext context) => new AlertRules(report, context).Run();
}

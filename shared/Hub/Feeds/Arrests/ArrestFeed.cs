using Hub.Json;
using Hub.Persons;

namespace Hub.Feeds.Arrests;

/// <summary>Arrest notices from custody: the youth offending team must hear within 24 hours of the arrest.</summary>
public sealed class ArrestFeed : Feed<ArrestNotice>
{
    public const string FeedName = "arrests";

    public override string Name => FeedName;

    public override string Title => "Arrest notice";

    protected override ArrestNotice? ReadReport(JsonFields report, ReadingContext context) => ArrestReading.Read(report, context);

    protected override string Reference(ArrestNotice report) => report.Reference;

    protected override DateTimeOffset OccurredAt(ArrestNotice report) => report.ArrestedAt;

    protected override PersonDetails Subject(ArrestNotice report) => report.Subject;

    protected override Findings Assess(ArrestNotice report, AssessmentContext context) => new ArrestRules(report, context).Run();
}

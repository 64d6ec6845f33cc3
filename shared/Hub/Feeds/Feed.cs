using System.Text.Json;
using Hub.Json;
using Hub.Matching;
using Hub.Persons;

namespace Hub.Feeds;

/// <summary>A feed whose reports are kept as <typeparamref name="TReport"/>.</summary>
public abstract class Feed<TReport> : IFeed
    where TReport : class
{
    public abstract string Name { get; }

    public virtual string Title => Name;

    public virtual MatchPurpose Purpose => MatchPurpose.ArrestRouting;

    public ReadReport? Read(JsonFields report, ReadingContext context)
    {
        var read = ReadReport(report, context);
        return read is null || report.Errors.Count > 0
            ? null
            : new ReadReport(Reference(read), OccurredAt(read).ToUniversalTime(), JsonSerializer.SerializeToElement(read, HubJson.Options));
    }

    public PersonDetails Subject(JsonElement report) => Subject(Stored(report));

    public Findings Assess(JsonElement report, AssessmentContext context) => Assess(Stored(report), context);

    public virtual JsonElement? WithoutPerson(JsonElement report) => null;

    protected abstract TReport? ReadReport(JsonFields report, ReadingContext context);

    protected abstract string Reference(TReport report);

    protected abstract DateTimeOffset OccurredAt(TReport report);

    protected abstract PersonDetails Subject(TReport report);

    protected abstract Findings Assess(TReport report, AssessmentContext context);

    protected TReport Stored(JsonElement report) => report.Deserialize<TReport>(HubJson.Options)
        ?? throw new InvalidOperationException($"A stored report of feed {Name} is null.");
}

namespace Hub.Desk.Words;

/// <summary>What the hub does with messages, and what it means that it could not, in plain words.</summary>
public sealed record SubscriptionWords
{
    /// <summary>As a heading: <c>A report could not be assessed</c>.</summary>
    public required string Failed { get; init; }

    /// <summary>What one of those that wait is: <c>report</c>.</summary>
    public required string What { get; init; }

    /// <summary>What they wait for: <c>to be assessed</c>.</summary>
    public required string For { get; init; }

    /// <summary>What happens when it is sent again.</summary>
    public required string Again { get; init; }

    /// <summary>What does not happen when it is discarded.</summary>
    public required string Lost { get; init; }

    /// <summary>Those of a subscription; of one there is no more, and of documents that never were messages, in general words.</summary>
    public static SubscriptionWords Of(string topic, string subscription) => (topic, subscription) switch
    {
        (HubTopology.Reports, HubTopology.Assess) => new()
        {
            Failed = "A report could not be assessed",
            What = "report",
            For = "to be assessed",
            Again = "The report is assessed again, and whoever must be told is told.",
            Lost = "This report stays as it is. If it was never assessed, nobody is told of what it says, and a clock such as the 24 hours of an arrest runs on unseen.",
        },
        (HubTopology.Reports, HubTopology.Arrivals) => new()
        {
            Failed = "A deported offender’s case could not be looked at",
            What = "case",
            For = "to be looked at before an arrival",
            Again = "The case is looked at again, and whoever must act before the arrival is told.",
            Lost = "The case is not looked at now: nobody is reminded of an arrival that comes near, or of a decision that is still missing.",
        },
        (HubTopology.Manifests, HubTopology.Screen) => new()
        {
            Failed = "A manifest could not be screened",
            What = "manifest",
            For = "to be screened",
            Again = "The passengers are compared with the register.",
            Lost = "The passengers of this manifest are compared with nobody. The border liaison can upload it again.",
        },
        (HubTopology.Notices, HubTopology.Deliver) => new()
        {
            Failed = "A notice could not be delivered",
            What = "notice",
            For = "to be delivered",
            Again = "The notice is delivered.",
            Lost = "The notice is not delivered. Whoever it is for may not learn of it.",
        },
        (HubTopology.Notices, HubTopology.Deadlines) => new()
        {
            Failed = "A notice’s deadline could not be watched",
            What = "deadline",
            For = "to be looked at",
            Again = "The deadline is looked at, and whoever must be warned is warned.",
            Lost = "This moment of the notice’s clock passes: nobody is warned that it is nearly due, or told that it is overdue.",
        },
        _ => new()
        {
            Failed = "A record of the store could not be read",
            What = "message",
            For = "to be worked on",
            Again = "It is worked on again.",
            Lost = "What it tells reaches nobody, unless those who run the hub have mended it first.",
        },
    };
}

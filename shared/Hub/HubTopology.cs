using Hub.Messaging;

namespace Hub;

/// <summary>The hub's own topics, subscriptions and event types.</summary>
public static class HubTopology
{
    public const string Reports = "reports";
    public const string Notices = "notices";
    public const string Manifests = "manifests";

    /// <summary>Assesses accepted reports.</summary>
    public const string Assess = "assess";

    /// <summary>Screens manifests.</summary>
    public const string Screen = "screen";

    /// <summary>Looks at deported offenders' cases when their clock strikes.</summary>
    public const string Arrivals = "arrivals";

    /// <summary>Delivers raised notices.</summary>
    public const string Deliver = "deliver";

    /// <summary>Watches the clocks.</summary>
    public const string Deadlines = "deadlines";

    public const string ReportAccepted = "hub.report.accepted.v1";
    public const string ReportChanged = "hub.report.changed.v1";
    public const string ManifestAccepted = "hub.manifest.accepted.v1";
    /// <summary>The moment has come to look at a deported offender's case.</summary>
    public const string ArrivalLookDue = "hub.deported-offender.look-due.v1";

    public const string NoticeRaised = "hub.notice.raised.v1";

    /// <summary>The moment a notice was planned for has come.</summary>
    public const string NoticePlanned = "hub.notice.planned.v1";

    public const string NoticeWarnDue = "hub.notice.warn-due.v1";
    public const string NoticeDue = "hub.notice.due.v1";

    /// <summary>The application property that carries the event type, for filters.</summary>
    public const string TypeProperty = "type";

    public static Topology Topology { get; } = new(
    [
        new(Reports, TimeSpan.FromHours(24),
        [
            new() { Name = Assess, Filter = SubscriptionFilter.Where(TypeProperty, ReportAccepted, ReportChanged) },
            new() { Name = Arrivals, Filter = SubscriptionFilter.Where(TypeProperty, ArrivalLookDue) },
        ]),
        new(Manifests, TimeSpan.FromHours(24),
        [
            new() { Name = Screen, Filter = SubscriptionFilter.Where(TypeProperty, ManifestAccepted) },
        ]),
        new(Notices, TimeSpan.FromDays(7),
        [
            new() { Name = Deliver, Filter = SubscriptionFilter.Where(TypeProperty, NoticeRaised) },
            new() { Name = Deadlines, Filter = SubscriptionFilter.Where(TypeProperty, NoticePlanned, NoticeWarnDue, NoticeDue) },
        ]),
    ]);
}

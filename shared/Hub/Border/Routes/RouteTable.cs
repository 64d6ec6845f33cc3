using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Places;

namespace Hub.Border.Routes;

/// <summary>The routes monitored now, and who last said so.</summary>
public sealed record RouteTable
{
    /// <summary>As shipped: nobody has changed it yet.</summary>
    public static RouteTable Shipped { get; } = new() { Routes = EmbeddedData.Read<ImmutableArray<MonitoredRoute>>("monitored-routes.data.json") };

    public required ImmutableArray<MonitoredRoute> Routes { get; init; }

    /// <summary>How often the table was changed; 0 as shipped.</summary>
    public int Revision { get; init; }

    /// <summary>When it was last changed. UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public Actor? ChangedBy { get; init; }

    /// <summary>Why it was last changed.</summary>
    public string? Rationale { get; init; }
}

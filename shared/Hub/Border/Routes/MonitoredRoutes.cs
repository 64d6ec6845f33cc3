using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;

namespace Hub.Border.Routes;

/// <summary>
/// The monitored routes, kept as a record: only their flights are screened (DOMAIN §4 "Manifests and proportionality"),
/// and every change has a named supervisor, a reason and a place in an audit chain.
/// </summary>
public sealed class MonitoredRoutes(Records records)
{
    public const string Sort = "routes";
    public const string Key = "monitored";

    /// <summary>The most routes that can be monitored at once.</summary>
    public const int MaxRoutes = 2_000;

    public static CaseId Id { get; } = CaseId.For(Sort, Key);

    public async Task<RouteTable> ReadAsync(CancellationToken cancellationToken) =>
        await records.ReadAsync<RouteTable>(Sort, Key, cancellationToken) ?? RouteTable.Shipped;

    /// <summary>Puts other routes in the place of those monitored.</summary>
    /// <param name="revision">The revision the change was made from: of two supervisors changing one table the second is told.</param>
    /// <returns>The table as it now is; null where it has another revision meanwhile, and nothing was changed.</returns>
    public async Task<RouteTable?> ReplaceAsync(ImmutableArray<MonitoredRoute> routes, int revision, string rationale, Actor by, CancellationToken cancellationToken)
    {
        var replaced = false;
        var file = await records.EditAsync<RouteTable>(Sort, Key, by, (edit, kept) =>
        {
            var before = kept ?? RouteTable.Shipped;
            replaced = before.Revision == revision;
            if (!replaced)
            {
                return before;
            }

            edit.Audit("routes.changed", $"{Differences(before.Routes, routes)} {rationale}", ("revision", $"{revision + 1}"));
            return new RouteTable { Routes = routes, Revision = revision + 1, ChangedAt = edit.Now, ChangedBy = by, Rationale = rationale };
        }, cancellationToken);
        return replaced ? Records.StateOf<RouteTable>(file) : null;
    }

    private const int Named = 20;

    private static string Differences(ImmutableArray<MonitoredRoute> before, ImmutableArray<MonitoredRoute> after)
    {
        var reasoned = after.Where(r => before.Any(b => SameEnds(b, r) && b.Because != r.Because)).ToList();
        var words = $"{Words("added", after.Where(r => !before.Any(b => SameEnds(b, r))))} {Words("removed", before.Where(b => !after.Any(r => SameEnds(b, r))))}";
        return reasoned.Count == 0 ? words : $"{words} {Words("given another reason", reasoned)}";
    }

    /// <summary>Routes are monitored in both directions.</summary>
    private static bool SameEnds(MonitoredRoute a, MonitoredRoute b) => (a.Between, a.And) == (b.Between, b.And) || (a.Between, a.And) == (b.And, b.Between);

    private static string Words(string what, IEnumerable<MonitoredRoute> routes)
    {
        var names = routes.Select(r => $"{r.Between}-{r.And}").ToList();
        return names.Count switch
        {
            0 => $"None {what}.",
            > Named => $"{names.Count} {what}: {string.Join(", ", names.Take(Named))} and others.",
            _ => $"{names.Count} {what}: {string.Join(", ", names)}.",
        };
    }
}

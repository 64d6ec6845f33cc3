using System.Collections.Immutable;
using Hub.Nominals;

namespace Hub.Border.Travel;

/// <summary>
/// Judges journeys anew when the register changes. Where records are merged or split, the reports kept under them are
/// judged anew, which brings each to the record it belongs to now; and what was notified under one counts for the other.
/// </summary>
public sealed class TravelWatching(TravelRecords travel, INominalRegister register) : INominalWatcher
{
    public async Task ChangedAsync(NominalChanged changed, CancellationToken cancellationToken)
    {
        var id = changed.Id;
        switch (changed.Kind)
        {
            case NominalChangeKind.Added:
                break;
            case NominalChangeKind.Merged:
                await RegroupAsync(await register.ChainAsync(id, cancellationToken), cancellationToken);
                break;
            case NominalChangeKind.Split:
                await RegroupAsync([id, .. await register.ChainAsync(changed.Before!.MergedInto!, cancellationToken)], cancellationToken);
                break;
            default:
                await travel.RefreshAsync(id, cancellationToken);
                break;
        }
    }

    /// <summary>First what was notified, then the reports: on their way from one record to the other, they are judged by all of it.</summary>
    private async Task RegroupAsync(IReadOnlyList<string> chain, CancellationToken cancellationToken)
    {
        foreach (var id in chain)
        {
            if (await register.GetAsync(id, cancellationToken) is { } nominal)
            {
                await travel.AdoptAsync(nominal, await AdoptedAsync(nominal, chain, cancellationToken), cancellationToken);
            }
        }

        foreach (var id in chain)
        {
            await travel.ReassignAsync(id, cancellationToken);
        }
    }

    /// <summary>What counts for a nominal of others: of those it had taken over and those concerned now, whoever is merged into it.</summary>
    private async Task<ImmutableArray<AdoptedNotifications>> AdoptedAsync(Nominal nominal, IReadOnlyList<string> chain, CancellationToken cancellationToken)
    {
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in chain)
        {
            others.Add(id);
            others.UnionWith((await travel.ReadAsync(id, cancellationToken))?.Adopted.Select(a => a.From) ?? []);
        }

        var adopted = ImmutableArray.CreateBuilder<AdoptedNotifications>();
        foreach (var other in others.Where(o => o != nominal.Id).Take(TravelRecord.MaxAdoptedFrom))
        {
            if ((await register.ChainAsync(other, cancellationToken)).Contains(nominal.Id) && await NotifiedAsync(other, cancellationToken) is { IsEmpty: false } notified)
            {
                adopted.Add(new AdoptedNotifications(other, notified));
            }
        }

        return adopted.ToImmutable();
    }

    private async Task<ImmutableArray<TravelNotification>> NotifiedAsync(string id, CancellationToken cancellationToken)
    {
        var byRegister = (await register.GetAsync(id, cancellationToken))?.TravelNotified ?? [];
        var byHub = (await travel.ReadAsync(id, cancellationToken))?.Notifications ?? [];
        return [.. byRegister.Concat(byHub).OrderBy(n => n.NotifiedAt).TakeLast(TravelRecord.MaxAdopted).Select(n => n with { Id = $"{id}/{n.Id}" })];
    }
}

using System.Globalization;
using Hub.Cases;
using Hub.Notices;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Testing;

/// <summary>The recipients' lists, the boards and the messages set aside.</summary>
public sealed partial class MemoryCaseStore
{
    private readonly Dictionary<string, QuarantineItem> quarantine = [];

    public Task<Page<Notice>> ListNoticesAsync(NoticeQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            var wanted = cases.Values.SelectMany(c => c.Notices).Where(n => n.Recipient == query.Recipient && (query.State ?? n.State) == n.State && (n.IsOpen || !query.OpenOnly));
            return Task.FromResult(PageOf('n', page, wanted, n => (n.Due?.UtcTicks ?? long.MaxValue, n.Id)));
        }
    }

    public Task<Page<CaseFile>> ListCasesAsync(string board, PageRequest page, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(PageOf('b', page, cases.Values.Where(c => c.Board == board), c => (c.BoardAt?.UtcTicks ?? long.MaxValue, c.Id.ToString())));
        }
    }

    public Task QuarantineAsync(QuarantineItem item, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            quarantine.TryAdd(item.Id, item);
            return Task.CompletedTask;
        }
    }

    public Task<QuarantineItem?> ReadQuarantineAsync(string id, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(quarantine.GetValueOrDefault(id));
        }
    }

    public Task<Page<QuarantineItem>> ListQuarantineAsync(PageRequest page, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(PageOf('q', page, quarantine.Values.Where(i => i.Closure is null), i => (i.At.UtcTicks, i.Id)));
        }
    }

    public Task<bool> CloseQuarantineAsync(string id, QuarantineClosure closure, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            var open = quarantine.TryGetValue(id, out var item) && item.Closure is null;
            if (open)
            {
                quarantine[id] = item! with { Closure = closure };
            }

            return Task.FromResult(open);
        }
    }

    private static Page<T> PageOf<T>(char list, PageRequest page, IEnumerable<T> items, Func<T, (long Number, string Id)> place)
    {
        var after = After(list, page.Continuation);
        var rest = items
            .Select(item => (Item: item, Place: place(item)))
            .Where(row => row.Place.Number > after.Number || (row.Place.Number == after.Number && string.CompareOrdinal(row.Place.Id, after.Id) > 0))
            .OrderBy(row => row.Place.Number)
            .ThenBy(row => row.Place.Id, StringComparer.Ordinal)
            .Take(page.Size + 1)
            .ToList();
        var shown = rest.Take(page.Size).ToList();
        return new([.. shown.Select(row => row.Item)], rest.Count > shown.Count ? $"{list}{shown[^1].Place.Number}:{shown[^1].Place.Id}" : null);
    }

    private static (long Number, string Id) After(char list, string? token)
    {
        if (token is null)
        {
            return (long.MinValue, "");
        }

        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && token[0] == list && long.TryParse(token.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, token[(colon + 1)..])
            : throw new InvalidContinuationException();
    }
}

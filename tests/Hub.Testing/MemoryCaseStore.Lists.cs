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
            return Task.FromResult(PageOf('n', page, NoticesOf(query), n => (n.Due?.UtcTicks ?? long.MaxValue, n.Id)));
        }
    }

    public Task<int> CountNoticesAsync(NoticeQuery query, DateTimeOffset? dueBy, int atMost, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(NoticesOf(query).Where(n => dueBy is null || n.Due <= dueBy).Take(atMost).Count());
        }
    }

    public Task<int> CountRaisedAsync(string recipient, DateTimeOffset since, int atMost, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(NoticesOf(new(recipient)).Where(n => n.RaisedAt >= since).Take(atMost).Count());
        }
    }

    public Task<Page<Notice>> ListDeadlinesAsync(DeadlineQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(PageOf('d', page, DeadlinesOf(query), n => (n.Due!.Value.UtcTicks, n.Id)));
        }
    }

    public Task<int> CountDeadlinesAsync(DeadlineQuery query, DateTimeOffset? dueAfter, DateTimeOffset dueBy, int atMost, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            return Task.FromResult(DeadlinesOf(query).Where(n => n.Due <= dueBy && (dueAfter is null || n.Due > dueAfter)).Take(atMost).Count());
        }
    }

    public Task<Page<CaseFile>> ListCasesAsync(string board, PageRequest page, CancellationToken cancellationToken, BoardOrder order = BoardOrder.SoonestFirst)
    {
        lock (turn)
        {
            var listed = cases.Values.Where(c => c.Board == board);
            return Task.FromResult(PageOf(order == BoardOrder.SoonestFirst ? 'b' : 'w', page, listed, c => (c.BoardAt?.UtcTicks ?? long.MaxValue, c.Id.ToString()), order == BoardOrder.NewestFirst));
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

    private IEnumerable<Notice> NoticesOf(NoticeQuery query) => cases.Values.SelectMany(c => c.Notices)
        .Where(n => n.Recipient == query.Recipient && (query.State ?? n.State) == n.State && (n.IsOpen || !query.OpenOnly) && (query.Kind ?? n.Kind) == n.Kind && !(n.Due < query.DueFrom));

    private IEnumerable<Notice> DeadlinesOf(DeadlineQuery query) =>
        cases.Values.SelectMany(c => c.Notices).Where(n => n is { IsOpen: true, Due: not null } && query.Takes(n.Recipient));

    private static Page<T> PageOf<T>(char list, PageRequest page, IEnumerable<T> items, Func<T, (long Number, string Id)> place, bool backwards = false)
    {
        var after = page.Continuation is null ? ((long Number, string Id)?)null : After(list, page.Continuation);
        var inOrder = items
            .Select(item => (Item: item, Place: place(item)))
            .OrderBy(row => row.Place.Number)
            .ThenBy(row => row.Place.Id, StringComparer.Ordinal)
            .ToList();
        if (backwards)
        {
            inOrder.Reverse();
        }

        var rest = inOrder.Where(row => after is not { } end || (IsAfter(row.Place, end) != backwards && row.Place != end)).Take(page.Size + 1).ToList();
        var shown = rest.Take(page.Size).ToList();
        return new([.. shown.Select(row => row.Item)], rest.Count > shown.Count ? $"{list}{shown[^1].Place.Number}:{shown[^1].Place.Id}" : null);
    }

    private static bool IsAfter((long Number, string Id) one, (long Number, string Id) other) =>
        one.Number > other.Number || (one.Number == other.Number && string.CompareOrdinal(one.Id, other.Id) > 0);

    private static (long Number, string Id) After(char list, string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && token[0] == list && long.TryParse(token.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, token[(colon + 1)..])
            : throw new InvalidContinuationException();
    }
}

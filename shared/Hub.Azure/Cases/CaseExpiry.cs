using System.Globalization;
using System.Text.Json;
using Hub.Azure.Cases.Lists;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Cases.Retention;
using Hub.Notices;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases;

/// <summary>
/// Removes cases whose time is over. Cosmos DB's own expiry cannot: it counts from each item's last write, and would
/// take a case's first commits while the case lives on. Here one last commit ends the case, which is refused like any
/// other when somebody else changes it meanwhile; from then on nothing can be read of it or added. Once nobody can be at
/// work any more on what they read before, the next run removes all of it, and finishes what was cut short.
/// </summary>
public sealed class CaseExpiry(HubDatabase database, RetentionSchedule schedule, TimeProvider time) : ICaseExpiry
{
    /// <summary>Operations of one batch.</summary>
    private const int MaxBatch = 100;

    /// <summary>Longer than anybody works on a case they have read: their commit must meet the end, not an empty place.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly CaseReading reading = new(database);
    private readonly InboxRows inboxes = new(database);
    private readonly BoardRows boards = new(database);

    /// <exception cref="StoreUnavailableException">The store cannot be reached or is busy.</exception>
    /// <exception cref="InvalidDataException">Some cases cannot be read and stay; all others were gone over.</exception>
    public async Task<int> ExpireAsync(int max, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (schedule.LastChangeBefore(now) is not { } before)
        {
            return 0;
        }

        var cases = await database.ContainerAsync(CommitDocument.Container);
        var query = new QueryDefinition("SELECT c[\"case\"] FROM c WHERE c.id = @first AND c._ts < @before").WithParameter("@first", CommitDocument.IdOf(1)).WithParameter("@before", before.ToUnixTimeSeconds());
        var removed = 0;
        var unreadable = 0;
        await foreach (var first in cases.QueryAsync<FirstCommit>(query, partition: null, relaxed: true, cancellationToken))
        {
            if (removed == max)
            {
                break;
            }

            try
            {
                removed += await ExpireAsync(cases, first.Case.Deserialize<CaseId>(), now, cancellationToken) ? 1 : 0;
            }
            catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
            {
                unreadable++;
            }
        }

        return unreadable == 0 ? removed : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{removed} cases were ended; {unreadable} cannot be read and stay, though their time may be over."));
    }

    private async Task<bool> ExpireAsync(Container cases, CaseId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await reading.NewestAsync(id, cancellationToken) is not { } newest)
        {
            return false;
        }

        var file = await reading.ReadAsync(id, cancellationToken, andEnded: true);
        if (!newest.Body.Ended)
        {
            return file is not null && IsOver(file, newest, now) && await EndAsync(cases, newest, cancellationToken);
        }

        if (newest.Timestamp > (now - Quiet).ToUnixTimeSeconds())
        {
            return false;
        }

        // Where it cannot be put together any more, an earlier run had come past this.
        foreach (var notice in file?.Notices ?? [])
        {
            await inboxes.RemoveAsync(notice, cancellationToken);
        }

        await boards.RemoveAsync(id, cancellationToken);
        await RemoveAsync(cases, id, cancellationToken);
        return false;
    }

    private bool IsOver(CaseFile file, CommitDocument newest, DateTimeOffset now) =>
        schedule.LastChangeBefore(file.Feed, now) is { } before
        && newest.Timestamp < before.ToUnixTimeSeconds()
        && file.Version == newest.Body.Version
        && file is { Board: null, Status: not (CaseStatus.Accepted or CaseStatus.Quarantined) }
        && file.Notices.All(notice => notice.State is NoticeState.Acknowledged or NoticeState.Withdrawn);

    private static Task<bool> EndAsync(Container cases, CommitDocument newest, CancellationToken cancellationToken)
    {
        var end = new CommitDocument
        {
            Id = CommitDocument.IdOf(newest.N + 1),
            Case = newest.Case,
            N = newest.N + 1,
            Body = new() { Commit = Guid.NewGuid(), Version = newest.Body.Version, Ended = true },
        };
        return cases.CreateAsync(end, end.Case.ToString(), cancellationToken);
    }

    /// <summary>The first commits and the end go last and together: until then a reader finds the end, after it nothing.</summary>
    private static async Task RemoveAsync(Container cases, CaseId id, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition("SELECT c.id, c.n FROM c ORDER BY c.id ASC");
        var numbers = new List<int>();
        await foreach (var commit in cases.QueryAsync<CommitNumber>(query, id.ToString(), relaxed: false, cancellationToken))
        {
            numbers.Add(commit.N);
        }

        var kept = numbers.Where(n => n <= CaseReading.PointReads || n == numbers[^1]).ToList();
        foreach (var some in numbers.Except(kept).Chunk(MaxBatch))
        {
            await DeleteAsync(cases, id, some, cancellationToken);
        }

        await DeleteAsync(cases, id, kept, cancellationToken);
    }

    private static async Task DeleteAsync(Container cases, CaseId id, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var batch = cases.CreateTransactionalBatch(new PartitionKey(id.ToString()));
        foreach (var n in numbers)
        {
            batch.DeleteItem(CommitDocument.IdOf(n));
        }

        using var response = await batch.ExecuteAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new StoreUnavailableException(string.Create(CultureInfo.InvariantCulture, $"the commits of case {id} to remove them ({(int)response.StatusCode})"));
        }
    }

    private sealed record CommitNumber(int N);

    private sealed record FirstCommit(JsonElement Case);
}

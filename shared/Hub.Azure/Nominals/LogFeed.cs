using System.Net;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Nominals;

/// <summary>
/// The change feed of the log's newest partition, pulled: whether anybody wrote. Only whether: what was written is read
/// from the log itself, whose numbers have no gaps, so a feed that is late or skips makes nobody miss anything.
/// </summary>
internal sealed class LogFeed(HubDatabase database) : IDisposable
{
    private const int MostPages = 20;
    private readonly SemaphoreSlim turn = new(1, 1);
    private FeedIterator? pages;
    private string partition = "";

    /// <summary>Whether something came into the log since this was last asked. True may be said in vain.</summary>
    /// <param name="n">The last entry that is known.</param>
    public async Task<bool> HasNewsAsync(long n, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var isNews = await OpenAsync(LogEntry.PartitionOf(n + 1));
            for (var page = 0; page < MostPages; page++)
            {
                using var changes = await pages!.ReadNextAsync(cancellationToken);
                if (changes.StatusCode == HttpStatusCode.NotModified)
                {
                    break;
                }

                changes.EnsureSuccessStatusCode();
                isNews = true;
            }

            return isNews;
        }
        catch
        {
            // Begun anew next time, which looks to be sure.
            Close();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        Close();
        turn.Dispose();
    }

    /// <returns>True where it begins now: something may have come before.</returns>
    private async Task<bool> OpenAsync(string newest)
    {
        if (pages is not null && partition == newest)
        {
            return false;
        }

        Close();
        var container = await database.ContainerAsync(RegisterLog.ContainerName);
        pages = container.GetChangeFeedStreamIterator(
            ChangeFeedStartFrom.Now(FeedRange.FromPartitionKey(new PartitionKey(newest))), ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = 100 });
        partition = newest;
        return true;
    }

    private void Close()
    {
        pages?.Dispose();
        pages = null;
    }
}

using System.Text.Json;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases.Sweeping;

/// <summary>The commits from which something follows, over all cases, in the order in which they were made.</summary>
internal static class CommitWindow
{
    /// <summary>Commits after one moment up to and with another. Read relaxed: a replica is behind by far less than <see cref="SweepMark.Slack"/>.</summary>
    public static IAsyncEnumerable<StoredCommit> CommitsAsync(this Container cases, string after, string until, CancellationToken cancellationToken) => cases.QueryAsync<JsonElement>(
        new QueryDefinition("SELECT * FROM c WHERE c.outAt > @after AND c.outAt <= @until ORDER BY c.outAt").WithParameter("@after", after).WithParameter("@until", until),
        partition: null,
        relaxed: true,
        cancellationToken).Select(StoredCommit.Of);
}

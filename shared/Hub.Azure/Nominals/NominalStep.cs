using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Nominals;

/// <summary>What an entry of the log does to one nominal.</summary>
internal sealed class NominalStep
{
    private readonly LogEntry entry;
    private readonly LogChange? change;
    private readonly long sequence;
    private readonly DateTimeOffset? confirmed;

    public NominalStep(LogEntry entry, LogChange change, long sequence)
    {
        this.entry = entry;
        this.change = change;
        this.sequence = sequence;
        Nominal = change.Nominal;
    }

    public NominalStep(LogEntry entry, LogConfirmation confirmation)
    {
        this.entry = entry;
        confirmed = confirmation.Updated;
        Nominal = confirmation.Nominal;
    }

    public string Nominal { get; }

    /// <summary>Stores the nominal and its change together, if the nominal is still as it was read.</summary>
    /// <exception cref="CosmosException">It was not done, or nobody knows.</exception>
    public async Task<HttpStatusCode> StoreAsync(Container container, Stored<CurrentNominal>? before)
    {
        var after = After(before?.Document);
        var batch = container.CreateTransactionalBatch(new PartitionKey(Nominal));
        batch = before is null
            ? batch.CreateItemStream(Documents.ToStream(after))
            : batch.ReplaceItemStream(CurrentNominal.TheId, Documents.ToStream(after), new TransactionalBatchItemRequestOptions { IfMatchEtag = before.ETag });
        if (change is not null)
        {
            batch = batch.CreateItemStream(Documents.ToStream(Past(change)));
        }

        using var response = await batch.ExecuteAsync();
        return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound
            ? response.StatusCode
            : throw new CosmosException(response.ErrorMessage, response.StatusCode, 0, response.ActivityId, response.RequestCharge);
    }

    private CurrentNominal After(CurrentNominal? before)
    {
        if ((before?.Changes ?? 0) != (change is null ? before?.Changes : change.Number - 1))
        {
            throw new InvalidOperationException($"Entry {entry.N} of the register's log does not go on from where a nominal is: its documents were altered past the hub.");
        }

        return change is null
            ? before! with { N = entry.N, Confirmed = confirmed }
            : new CurrentNominal { Nominal = Nominal, N = entry.N, Sequence = sequence, Changes = change.Number, Hash = change.Hash, Record = change.After };
    }

    private PastChange Past(LogChange done) => new()
    {
        Nominal = Nominal,
        Number = done.Number,
        Made = sequence,
        At = entry.At,
        How = entry.How,
        Kind = done.Kind,
        PreviousHash = done.PreviousHash,
        Hash = done.Hash,
        Before = done.Before,
    };
}

using System.Net;
using Hub.Azure.Tests.StandIns.Cosmos.Store;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>Point operations and transactional batches.</summary>
internal static class ItemRoutes
{
    private const int MaxOperations = 100;
    private const int MaxBatchBytes = 2 * 1024 * 1024;

    public static Answer Point(Collection collection, WireRequest request, CosmosRequest described)
    {
        var command = new ItemCommand
        {
            Operation = described.Operation,
            Id = request.Path.Length == 6 ? request.Path[5] : null,
            Body = request.Body,
            IfMatch = request.Header("If-Match"),
            IfNoneMatch = request.Header("If-None-Match"),
            Minimal = request.Header("Prefer") == "return=minimal",
            ReadsStrong = request.ReadsStrong,
        };
        var key = KeyOf(collection, request);
        lock (collection.Gate)
        {
            var transaction = new Transaction(collection, key);
            var outcome = ItemOperations.Apply(transaction, command);
            transaction.Commit();
            return new Answer(outcome.Status, outcome.Body) { ETag = outcome.ETag, Charge = outcome.Charge, SubStatus = outcome.SubStatus, Lsn = collection.Lsn };
        }
    }

    public static Answer Batch(Collection collection, WireRequest request)
    {
        if (!request.Says("x-ms-cosmos-batch-atomic")) throw Refusal.Unknown("bulk execution: only transactional batches");
        if (request.Body.Length > MaxBatchBytes) throw new Refusal(HttpStatusCode.RequestEntityTooLarge, "Request size is too large: a batch has at most 2 MB.");
        var commands = BatchRows.Read(request.Body);
        if (commands.Count is 0 or > MaxOperations) throw Refusal.Bad("Batch request has more operations than what is supported: at most 100.");
        var key = KeyOf(collection, request);
        List<ItemOutcome> outcomes = [];
        lock (collection.Gate)
        {
            var transaction = new Transaction(collection, key);
            foreach (var command in commands)
            {
                try
                {
                    outcomes.Add(ItemOperations.Apply(transaction, command with { ReadsStrong = request.ReadsStrong }));
                }
                catch (Refusal refusal)
                {
                    return Failed(commands, outcomes.Count, refusal, collection.Lsn);
                }
            }
            transaction.Commit();
            return new Answer(HttpStatusCode.OK, BatchRows.Write(outcomes)) { Charge = outcomes.Sum(outcome => outcome.Charge), Lsn = collection.Lsn };
        }
    }

    private static Answer Failed(List<ItemCommand> commands, int at, Refusal refusal, long lsn)
    {
        var outcomes = commands.Select((_, index) => index == at
            ? new ItemOutcome(refusal.Status) { SubStatus = refusal.SubStatus, Charge = refusal.Charge }
            : new ItemOutcome(HttpStatusCode.FailedDependency)).ToList();
        return new Answer(HttpStatusCode.MultiStatus, BatchRows.Write(outcomes)) { Charge = refusal.Charge, Lsn = lsn };
    }

    private static PartitionKeyText KeyOf(Collection collection, WireRequest request) =>
        request.KeyFor(collection) ?? throw Refusal.Bad("PartitionKey value must be supplied for this operation.");
}

using System.Net;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>The point operations, each within a transaction. A refusal throws; the transaction is then not to be committed.</summary>
internal static class ItemOperations
{
    public static ItemOutcome Apply(Transaction transaction, ItemCommand command) => command.Operation switch
    {
        CosmosOperation.Create => Create(transaction, command),
        CosmosOperation.Upsert => Upsert(transaction, command),
        CosmosOperation.Replace => Replace(transaction, command),
        CosmosOperation.Delete => Delete(transaction, command),
        CosmosOperation.Read => Read(transaction, command),
        CosmosOperation.Patch => Patch(transaction, command),
        _ => throw Refusal.Unknown($"{command.Operation} of an item"),
    };

    private static ItemOutcome Create(Transaction transaction, ItemCommand command)
    {
        var (root, id) = Body(transaction, command);
        if (transaction.Find(id) is not null)
            throw new Refusal(HttpStatusCode.Conflict, "Entity with the specified id already exists in the system.") { Charge = RequestUnits.Refused };
        return Insert(transaction, command, root, id);
    }

    private static ItemOutcome Upsert(Transaction transaction, ItemCommand command)
    {
        var (root, id) = Body(transaction, command);
        if (transaction.Find(id) is not { } before) return Insert(transaction, command, root, id);
        Check(before, command);
        return Overwrite(transaction, command, before, root);
    }

    private static ItemOutcome Replace(Transaction transaction, ItemCommand command)
    {
        var (root, id) = Body(transaction, command);
        if (id != command.Id) throw Refusal.Bad("The id of an item cannot be changed.");
        var before = Existing(transaction, command);
        Check(before, command);
        return Overwrite(transaction, command, before, root);
    }

    private static ItemOutcome Delete(Transaction transaction, ItemCommand command)
    {
        NoIfNoneMatch(command);
        var before = Existing(transaction, command);
        Check(before, command);
        transaction.Remove(before.Id);
        return new ItemOutcome(HttpStatusCode.NoContent) { Charge = RequestUnits.Delete(before.Size, before.IndexedValues) };
    }

    private static ItemOutcome Read(Transaction transaction, ItemCommand command)
    {
        var item = Existing(transaction, command);
        return command.IfNoneMatch == item.ETag || command.IfNoneMatch == "*"
            ? new ItemOutcome(HttpStatusCode.NotModified) { ETag = item.ETag, Charge = RequestUnits.Read(0, command.ReadsStrong) }
            : new ItemOutcome(HttpStatusCode.OK) { ETag = item.ETag, Body = item.Json, Charge = RequestUnits.Read(item.Size, command.ReadsStrong) };
    }

    private static ItemOutcome Patch(Transaction transaction, ItemCommand command)
    {
        NoIfNoneMatch(command);
        var before = Existing(transaction, command);
        Check(before, command);
        var root = PatchDocument.Apply(before, command.Body);
        if (ItemBuilder.IdOf(root) != before.Id) throw Refusal.Bad("The id of an item cannot be patched.");
        CheckKey(transaction, root);
        return Overwrite(transaction, command, before, root);
    }

    private static ItemOutcome Insert(Transaction transaction, ItemCommand command, JsonElement root, string id)
    {
        var item = ItemBuilder.Build(transaction.Collection, root, id, transaction.Key, transaction.Collection.NextNumber());
        transaction.Put(item);
        return Written(HttpStatusCode.Created, item, command, RequestUnits.Insert(item.Size, item.IndexedValues));
    }

    private static ItemOutcome Overwrite(Transaction transaction, ItemCommand command, Item before, JsonElement root)
    {
        var item = ItemBuilder.Build(transaction.Collection, root, before.Id, transaction.Key, before.Number);
        transaction.Put(item);
        return Written(HttpStatusCode.OK, item, command, RequestUnits.Replace(item.Size, item.IndexedValues));
    }

    private static ItemOutcome Written(HttpStatusCode status, Item item, ItemCommand command, double charge) =>
        new(status) { ETag = item.ETag, Body = command.Minimal ? default : item.Json, Charge = charge };

    private static (JsonElement Root, string Id) Body(Transaction transaction, ItemCommand command)
    {
        NoIfNoneMatch(command);
        var root = ItemBuilder.Parse(command.Body);
        var id = ItemBuilder.IdOf(root);
        CheckKey(transaction, root);
        return (root, id);
    }

    private static void CheckKey(Transaction transaction, JsonElement root)
    {
        if (PartitionKeyText.OfDocument(root, transaction.Collection.KeyPaths) != transaction.Key)
            throw new Refusal(HttpStatusCode.BadRequest, "PartitionKey extracted from document doesn't match the one specified in the header.", subStatus: 1001);
    }

    private static Item Existing(Transaction transaction, ItemCommand command) => transaction.Find(command.Id ?? throw Refusal.Bad("The id is missing."))
        ?? throw new Refusal(HttpStatusCode.NotFound, "Entity with the specified id does not exist in the system.")
        {
            Charge = command.Operation == CosmosOperation.Read ? RequestUnits.Read(0, command.ReadsStrong) : RequestUnits.Refused,
        };

    private static void Check(Item item, ItemCommand command)
    {
        if (command.IfMatch is { } tag && tag != "*" && tag != item.ETag)
            throw new Refusal(HttpStatusCode.PreconditionFailed, "Operation cannot be performed because one of the specified precondition is not met.") { Charge = RequestUnits.Refused };
    }

    private static void NoIfNoneMatch(ItemCommand command)
    {
        if (command.IfNoneMatch is not null) throw Refusal.Unknown("If-None-Match on a write: the service keeps it for reads");
    }
}

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>Changes within one partition key that are seen together or not at all. Used under the collection's lock.</summary>
internal sealed class Transaction(Collection collection, PartitionKeyText key)
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Item?> _changed = [];

    public Collection Collection => collection;

    public PartitionKeyText Key => key;

    public Item? Find(string id) => _changed.TryGetValue(id, out var item) ? item : collection.Find(key, id);

    public void Put(Item item) => Set(item.Id, item);

    public void Remove(string id) => Set(id, null);

    public void Commit()
    {
        if (_order.Count > 0) collection.Commit(key, _order.Select(id => (id, _changed[id])));
    }

    private void Set(string id, Item? item)
    {
        _order.Remove(id);
        _order.Add(id);
        _changed[id] = item;
    }
}

using System.Collections;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>The operations so far, oldest first; at most <see cref="Kept"/>, then the oldest go.</summary>
public sealed class BusOperations : IReadOnlyList<BusOperation>
{
    public const int Kept = 200_000;

    private readonly Lock gate = new();
    private readonly Queue<BusOperation> operations = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return operations.Count;
            }
        }
    }

    public BusOperation this[int index] => Snapshot()[index];

    public void Clear()
    {
        lock (gate)
        {
            operations.Clear();
        }
    }

    public IEnumerator<BusOperation> GetEnumerator() => ((IEnumerable<BusOperation>)Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(BusOperation operation)
    {
        lock (gate)
        {
            operations.Enqueue(operation);
            if (operations.Count > Kept)
            {
                operations.Dequeue();
            }
        }
    }

    private BusOperation[] Snapshot()
    {
        lock (gate)
        {
            return [.. operations];
        }
    }
}

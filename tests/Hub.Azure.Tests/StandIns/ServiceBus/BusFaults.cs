namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>
/// What goes wrong, on order; nothing is left to chance.
/// </summary>
public sealed class BusFaults
{
    private readonly Lock gate = new();
    private readonly List<Order> throttled = [];
    private readonly List<Order> dropped = [];
    private readonly HashSet<string> doubled = new(StringComparer.Ordinal);
    private int messagesToCut;
    private CutKind cutKind;

    internal event Action? Cut;

    /// <summary>Cuts every connection now, without a goodbye; clients may connect again at once.</summary>
    public void CutConnections() => Cut?.Invoke();

    /// <summary>Cuts the connection of the sender whose send holds the <paramref name="messages"/>th message from now, before it hears how that went.</summary>
    public void CutAfter(int messages, CutKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, 1);
        lock (gate)
        {
            (messagesToCut, cutKind) = (messages, kind);
        }
    }

    /// <summary>Does what is asked and never answers: the client waits until its own time is out. For sends and settlements.</summary>
    public void DropDisposition(Func<BusOperation, bool> when, int times = 1) => Add(dropped, when, times);

    /// <summary>
    /// Refuses with "server busy"; nothing is done. Receiving is refused when a receiver connects, as an operation on no
    /// messages. The real client waits ten seconds before it does anything else, even if it is not to try again.
    /// </summary>
    public void Throttle(Func<BusOperation, bool> when, int times = 1) => Add(throttled, when, times);

    /// <summary>Each subscription that delivers this message from now on delivers it twice, each with a lock of its own.</summary>
    public void DeliverTwice(string messageId)
    {
        lock (gate)
        {
            doubled.Add(messageId);
        }
    }

    internal bool IsThrottled(BusOperation operation) => Use(throttled, operation);

    internal bool IsDropped(BusOperation operation) => Use(dropped, operation);

    internal bool IsDoubled(string? messageId)
    {
        lock (gate)
        {
            return messageId is not null && doubled.Contains(messageId);
        }
    }

    internal CutKind? CutFor(int messages)
    {
        lock (gate)
        {
            if (messagesToCut == 0)
            {
                return null;
            }

            messagesToCut = Math.Max(0, messagesToCut - messages);
            return messagesToCut == 0 ? cutKind : null;
        }
    }

    private void Add(List<Order> orders, Func<BusOperation, bool> when, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (gate)
        {
            orders.Add(new(when) { Left = times });
        }
    }

    private bool Use(List<Order> orders, BusOperation operation)
    {
        lock (gate)
        {
            if (orders.Find(o => o.When(operation)) is not { } order)
            {
                return false;
            }

            if (--order.Left == 0)
            {
                orders.Remove(order);
            }

            return true;
        }
    }

    private sealed class Order(Func<BusOperation, bool> when)
    {
        public Func<BusOperation, bool> When { get; } = when;

        public int Left { get; set; }
    }
}

/// <summary>What became of the send in whose midst the connection was cut. The client cannot know.</summary>
public enum CutKind
{
    Stored,
    NotStored,
}

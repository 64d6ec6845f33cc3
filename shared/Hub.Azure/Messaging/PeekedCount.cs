using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Messaging;

/// <summary>
/// What lies in a queue, counted by looking at it: true counts need the right to manage the namespace, which the hub has
/// not and must not have. Looking carries whole messages over the network, so it ends at a thousand or at 4 MB.
/// </summary>
/// <param name="Count">Messages seen, those under lock among them.</param>
/// <param name="More">There are more than that.</param>
/// <param name="Oldest">When the oldest seen was put there, UTC.</param>
internal sealed record PeekedCount(long Count, bool More, DateTimeOffset? Oldest)
{
    public const int Most = 1_000;

    private const int MostBytes = 4 * 1024 * 1024;
    private const int AtOnce = 250;

    public static async Task<PeekedCount> OfAsync(ServiceBusReceiver receiver, CancellationToken cancellationToken)
    {
        var count = 0;
        long bytes = 0;
        long next = 0;
        DateTimeOffset? oldest = null;
        while (await receiver.PeekMessagesAsync(AtOnce, next, cancellationToken) is { Count: > 0 } seen)
        {
            foreach (var message in seen.Where(m => m.State == ServiceBusMessageState.Active))
            {
                if (count == Most || bytes >= MostBytes)
                {
                    return new(count, More: true, oldest);
                }

                count++;
                bytes += message.GetRawAmqpMessage().Body.TryGetData(out var data) && data is not null ? data.Sum(part => (long)part.Length) : 0;
                var enqueued = WireMessage.EnqueuedAt(message);
                oldest = oldest < enqueued ? oldest : enqueued;
            }

            next = seen[^1].SequenceNumber + 1;
        }

        return new(count, More: false, oldest);
    }
}

using Azure.Messaging.ServiceBus;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Azure.Messaging;

/// <summary>Messages packed into as few batches as hold them, in their order. Each batch is stored whole or not at all.</summary>
internal sealed class MessageBatches : IDisposable
{
    private readonly List<ServiceBusMessageBatch> batches = [];

    private MessageBatches()
    {
    }

    public IReadOnlyList<ServiceBusMessageBatch> All => batches;

    /// <exception cref="LimitExceededException">One message is larger than the namespace takes.</exception>
    public static async Task<MessageBatches> PackAsync(ServiceBusSender sender, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var packed = new MessageBatches();
        try
        {
            foreach (var message in messages)
            {
                await packed.AddAsync(sender, message, cancellationToken);
            }

            return packed;
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    public void Dispose() => batches.ForEach(batch => batch.Dispose());

    private async Task AddAsync(ServiceBusSender sender, Message message, CancellationToken cancellationToken)
    {
        var outgoing = WireMessage.Write(message);
        if (batches.Count > 0 && batches[^1].TryAddMessage(outgoing))
        {
            return;
        }

        var batch = await sender.CreateMessageBatchAsync(cancellationToken);
        batches.Add(batch);
        if (!batch.TryAddMessage(outgoing))
        {
            throw new LimitExceededException($"Service Bus takes messages of at most {batch.MaxSizeInBytes:N0} bytes here, with all that is put around them; one is larger. Put the content in the archive and send its address.");
        }
    }
}

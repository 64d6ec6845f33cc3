using Hub.Embedded.Hosting.Invocation;
using Hub.Messaging;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.ServiceBus;

/// <summary>Works on one message: calls the function, holds the lock meanwhile, and settles. Never throws.</summary>
internal sealed class MessageHandler(ServiceBusFunction function, IMessageBus bus, FunctionRunner runner, TimeProvider time, ILogger logger)
{
    private const string TraceParentProperty = "traceparent";

    public async Task HandleAsync(ReceivedMessage message)
    {
        await using var hold = new LockHold(message, function.Declaration.LockDuration, bus, time, logger);
        Exception? failure = null;
        try
        {
            await runner.RunAsync(function.Function, new TriggerInput
            {
                Value = message,
                BindingData = MessageBindingData.Of(message),
                TraceParent = message.Message.Properties.GetValueOrDefault(TraceParentProperty, ""),
            });
        }
        catch (Exception e)
        {
            // The outermost boundary: whatever a function throws gives the message back.
            failure = e;
        }

        var held = await hold.EndAsync();
        try
        {
            await SettleAsync(held, failure);
        }
        catch (LockLostException)
        {
            logger.LogWarning("{Function} lost the lock on message {MessageId}; it will come again", function.Function.Name, message.Message.Id);
        }
        catch (Exception e)
        {
            // Not settled: the lock runs out and the message comes again.
            logger.LogError("{Function} could not settle message {MessageId}: {Error}", function.Function.Name, message.Message.Id, e.GetType().FullName);
        }
    }

    private Task SettleAsync(ReceivedMessage message, Exception? failure)
    {
        // Settling is not cut short by a stop: a message worked on must not come again for want of a moment.
        if (failure is null)
        {
            return bus.CompleteAsync(message, CancellationToken.None);
        }

        if (failure is OperationCanceledException && runner.CancellationToken.IsCancellationRequested)
        {
            return bus.AbandonAsync(message, TimeSpan.Zero, CancellationToken.None);
        }

        logger.LogError(
            "{Function} failed on message {MessageId}, delivery {DeliveryCount} of {MaxDeliveryCount}: {Error}",
            function.Function.Name, message.Message.Id, message.DeliveryCount, function.Declaration.MaxDeliveryCount, failure.GetType().FullName);
        logger.LogDebug(failure, "{Function} failed", function.Function.Name);
        return bus.AbandonAsync(message, RetryLadder.Delay(Math.Max(1, message.DeliveryCount), Random.Shared.NextDouble()), CancellationToken.None);
    }
}

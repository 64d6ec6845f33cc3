using System.Collections.Concurrent;
using Hub.Messaging;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.ServiceBus;

/// <summary>Receives from one subscription and has as many messages worked on at once as allowed.</summary>
internal sealed class SubscriptionListener(ServiceBusFunction function, MessageHandler handler, IMessageBus bus, int maxConcurrentCalls, TimeProvider time, ILogger logger) : IListener
{
    /// <summary>How long one call waits for a message. Only bounds how long a quiet bus is held.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Task, byte> running = [];
    private readonly BackOff backOff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    public string Function => function.Function.Name;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var free = new SemaphoreSlim(maxConcurrentCalls);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ReceiveAsync(free, stopping);
                backOff.Reset();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // The outermost boundary of a listener: it must outlive whatever ails the bus.
                logger.LogError("{Function} cannot receive from {Address}: {Error}", Function, function.Address, e.GetType().FullName);
                logger.LogDebug(e, "{Function} cannot receive", Function);
                await Task.Delay(backOff.Next(), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running.Keys);
    }

    private async Task ReceiveAsync(SemaphoreSlim free, CancellationToken stopping)
    {
        await free.WaitAsync(stopping);
        var slots = 1;
        while (slots < maxConcurrentCalls && free.Wait(0, CancellationToken.None))
        {
            slots++;
        }

        try
        {
            foreach (var message in await bus.ReceiveAsync(function.Address, slots, Wait, stopping))
            {
                slots--;
                Start(message, free);
            }
        }
        finally
        {
            if (slots > 0)
            {
                free.Release(slots);
            }
        }
    }

    private void Start(ReceivedMessage message, SemaphoreSlim free)
    {
        var task = Task.Run(async () =>
        {
            try
            {
                await handler.HandleAsync(message);
            }
            finally
            {
                free.Release();
            }
        });
        running[task] = 0;
        _ = task.ContinueWith(t => running.TryRemove(t, out _), TaskScheduler.Default);
    }
}

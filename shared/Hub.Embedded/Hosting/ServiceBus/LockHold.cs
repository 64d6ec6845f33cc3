using Hub.Messaging;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.ServiceBus;

/// <summary>Renews a message's lock at half its duration while a function works on it, for at most <see cref="EmbeddedHostOptions.LongestLockHold"/>.</summary>
internal sealed class LockHold : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private ReceivedMessage message;

    public LockHold(ReceivedMessage message, TimeSpan lockDuration, IMessageBus bus, TimeProvider time, ILogger logger)
    {
        this.message = message;
        renewing = RenewAsync(lockDuration, bus, time, logger);
    }

    /// <summary>Renews no more; the message as last renewed.</summary>
    public async Task<ReceivedMessage> EndAsync()
    {
        await ended.CancelAsync();
        await renewing;
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ended.Dispose();
    }

    private async Task RenewAsync(TimeSpan lockDuration, IMessageBus bus, TimeProvider time, ILogger logger)
    {
        var until = time.GetUtcNow() + EmbeddedHostOptions.LongestLockHold;
        while (time.GetUtcNow() < until)
        {
            try
            {
                await Task.Delay(lockDuration / 2, time, ended.Token);
                // Not cut short: a renewal half done could leave a lock nobody knows.
                message = await bus.RenewLockAsync(message, CancellationToken.None);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (LockLostException)
            {
                return;
            }
            catch (Exception e)
            {
                // A renewal that fails is tried again at the next half; settling tells if it was too late.
                logger.LogWarning("The lock on message {MessageId} was not renewed: {Error}", message.Message.Id, e.GetType().FullName);
            }
        }
    }
}

using Hub.Matching;
using Hub.Nominals;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>Keeps this process's index as fresh as the register for as long as it runs: at once for changes made here, within a second for those another process makes.</summary>
public sealed class RegisterFollowing(INominalRegister register, RegisterFollower follower, RegisterIndex index, TimeProvider time, ILogger<RegisterFollowing> log) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private int begun;

    /// <summary>Begins, where it has not begun; does not wait.</summary>
    public void Start() => Begin(FollowAsync);

    /// <summary>Begins as soon as somebody in this process asks for the register, and never where nobody does; does not wait.</summary>
    public void StartWhenWanted() => Begin(async cancellationToken =>
    {
        await follower.WhenWantedAsync(cancellationToken);
        await FollowAsync(cancellationToken);
    });

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private void Begin(Func<CancellationToken, Task> follow)
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
        {
            running = Task.Run(() => Repeating.RunAsync("Following the register", follow, time, log, stopping.Token));
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await follower.CatchUpAsync(cancellationToken);
        await register.WaitForChangeAsync(index.Mark, Repeating.LookAgain, cancellationToken);
    }
}

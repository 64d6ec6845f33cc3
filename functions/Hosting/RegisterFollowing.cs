using Hub.Embedded.Sqlite;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>Follows the register for as long as the hub runs: at once for changes made here, within a second for those another process makes.</summary>
internal sealed class RegisterFollowing(
    SqliteNominalRegister register, RegisterFollower follower, RegisterIndex index, RegisterConsequences consequences, TimeProvider time, ILogger<RegisterFollowing> log) : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private int waiting;

    public void Start() => running = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private Task RunAsync() => Task.WhenAll(
        RepeatAsync("Following the register", async () =>
        {
            await follower.CatchUpAsync(stopping.Token);
            await register.WaitForChangeAsync(index.Mark, LookAgain, stopping.Token);
        }),
        RepeatAsync("What follows from the register's changes", async () =>
        {
            // Reports are judged by matching, which must have seen the change.
            await follower.WhenReadyAsync(stopping.Token);
            await DrawAsync();
            await register.WaitForChangeAsync(consequences.ReadTo, LookAgain, stopping.Token);
        }));

    private async Task DrawAsync()
    {
        try
        {
            await consequences.DrawAsync(stopping.Token);
            waiting = 0;
        }
        // Told once, not at every look: health says how many wait.
        catch (ConsequencesWaitException e) when (e.Count == waiting)
        {
            await PauseAsync();
        }
        catch (ConsequencesWaitException e)
        {
            waiting = e.Count;
            log.LogError(e, "What follows from {Count} changes of the register could not be done; it is tried again", e.Count);
            await PauseAsync();
        }
    }

    private async Task RepeatAsync(string what, Func<Task> once)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await once();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (SqliteException e)
            {
                // A busy or briefly unreadable file: things stay as they are and we look again.
                log.LogWarning("{What} failed (SQLite {Code}); trying again", what, e.SqliteErrorCode);
                await PauseAsync();
            }
            catch (Exception e)
            {
                // Nothing that goes wrong may end the following: a register that stands still misses people in silence.
                log.LogError(e, "{What} failed; trying again", what);
                await PauseAsync();
            }
        }
    }

    private async Task PauseAsync() => await Task.Delay(LookAgain, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

using Hub.Embedded.Sqlite;
using Hub.Matching;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>Follows the register for as long as the hub runs: at once for changes made here, within a second for those another process makes.</summary>
internal sealed class RegisterFollowing(SqliteNominalRegister register, RegisterFollower follower, RegisterIndex index, TimeProvider time, ILogger<RegisterFollowing> log) : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public void Start() => running = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await follower.CatchUpAsync(stopping.Token);
                await register.WaitForChangeAsync(index.Mark, LookAgain, stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (SqliteException e)
            {
                // A busy or briefly unreadable file: the index stays as it is and we look again.
                log.LogWarning("Following the register failed (SQLite {Code}); trying again", e.SqliteErrorCode);
                await Task.Delay(LookAgain, time, CancellationToken.None);
            }
            catch (Exception e)
            {
                // Nothing that goes wrong may end the following: a register that stands still misses people in silence.
                log.LogError(e, "Following the register failed; trying again");
                await Task.Delay(LookAgain, time, CancellationToken.None);
            }
        }
    }
}

using Hub.Border.Travel;
using Hub.Embedded.Sqlite;
using Hub.Matching;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>Follows the register for as long as the hub runs: at once for changes made here, within a second for those another process makes.</summary>
internal sealed class RegisterFollowing(
    SqliteNominalRegister register, RegisterFollower follower, RegisterIndex index, TravelRecords travel, TimeProvider time, ILogger<RegisterFollowing> log) : IAsyncDisposable
{
    private const int BatchSize = 1_000;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    /// <summary>The register's mark up to which journeys were judged.</summary>
    private long? judged;

    public void Start() => running = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    /// <summary>What a load brings of duties and notifications changes how journeys are judged. What was loaded while the hub stood still is judged with the next change.</summary>
    private async Task JudgeTravelAsync(CancellationToken cancellationToken)
    {
        judged ??= index.Mark;
        while (judged < index.Mark)
        {
            var changes = await register.ChangesSinceAsync(judged.Value, BatchSize, cancellationToken);
            foreach (var nominal in changes.Nominals.Where(n => !n.TravelNotified.IsEmpty || !n.NotificationPeriods.IsEmpty))
            {
                await travel.RefreshAsync(nominal.Id, cancellationToken);
            }

            // Only then: what fails is looked at again.
            judged = changes.Nominals.Count == 0 ? index.Mark : changes.Mark;
        }
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await follower.CatchUpAsync(stopping.Token);
                await JudgeTravelAsync(stopping.Token);
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

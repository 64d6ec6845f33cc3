using Hub.Matching;
using Hub.Nominals;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>
/// Draws what follows from the register's changes as soon as they are made. On the embedded host only, where one process
/// is all there is; in Azure the timer <c>register_consequences</c> does it, on one instance of many.
/// </summary>
internal sealed class EmbeddedConsequences(
    INominalRegister register, RegisterFollower follower, RegisterConsequences consequences, ConsequenceDrawing drawing, TimeProvider time, ILogger<EmbeddedConsequences> log) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public void Start() => running = Task.Run(() => Repeating.RunAsync("What follows from the register's changes", DrawAsync, time, log, stopping.Token));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task DrawAsync(CancellationToken cancellationToken)
    {
        await follower.WhenReadyAsync(cancellationToken);
        if (!await drawing.DrawAsync(cancellationToken))
        {
            await Repeating.PauseAsync(time, cancellationToken);
        }

        await register.WaitForChangeAsync(consequences.ReadTo, Repeating.LookAgain, cancellationToken);
    }
}

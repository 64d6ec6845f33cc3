using Hub.Matching;
using Hub.Nominals;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Hosting;

/// <summary>Draws what follows from the register's changes and says in the log what could not be done.</summary>
public sealed class ConsequenceDrawing(RegisterFollower follower, RegisterConsequences consequences, ILogger<ConsequenceDrawing> log)
{
    private int waiting;

    /// <returns>False where something waits: because it could not be done, or because the register is still being read and reports are judged by matching.</returns>
    public async Task<bool> DrawAsync(CancellationToken cancellationToken)
    {
        if (!follower.IsReady)
        {
            return false;
        }

        try
        {
            await consequences.DrawAsync(cancellationToken);
            Volatile.Write(ref waiting, 0);
            return true;
        }
        catch (ConsequencesWaitException e)
        {
            // Told once, not at every look: health says how many wait.
            if (Interlocked.Exchange(ref waiting, e.Count) != e.Count)
            {
                log.LogError(e, "What follows from {Count} changes of the register could not be done; it is tried again", e.Count);
            }

            return false;
        }
    }
}

namespace Hub.Functions.Commands;

/// <summary>Sending deltas ended before all were applied; the message says why, where, and what to do.</summary>
internal sealed class DeltasStoppedException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;
}

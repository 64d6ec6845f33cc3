using System.Diagnostics;

namespace Hub.Accuracy.Output;

internal static class PeakMemoryReading
{
    /// <summary>The most memory this process ever held, in bytes.</summary>
    public static long Bytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}

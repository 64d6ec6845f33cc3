using System.Runtime.InteropServices;

namespace Hub.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Build}";

#if DEBUG
    private const string Build = "DEBUG build: run with -c Release";
#else
    private const string Build = "Release";
#endif
}

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Hub.Benchmarks.Micro;

/// <summary>The hot paths of matching by themselves, in this process: nothing is built or downloaded to measure them.</summary>
internal static class MicroBenchmarks
{
    private static readonly Type[] All = [typeof(NameBenchmarks), typeof(RegisterBenchmarks)];

    /// <param name="filter">Which, such as <c>*Likeness*</c>.</param>
    public static int Run(string filter)
    {
        var results = Directory.CreateTempSubdirectory("hub-micro-");
        try
        {
            var summaries = BenchmarkSwitcher.FromTypes(All).Run(["--filter", filter], Config(results.FullName)).ToList();
            return summaries.Count > 0 && summaries.TrueForAll(IsWhole) ? 0 : 1;
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static bool IsWhole(Summary summary) => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success);

    private static ManualConfig Config(string results) => ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(10))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.Console)
        .HideColumns(Column.Job, Column.Toolchain, Column.IterationCount, Column.LaunchCount, Column.WarmupCount, Column.Gen0, Column.Gen1, Column.Gen2)
        .WithArtifactsPath(results);
}

using System.Diagnostics;
using Hub.Testing.Manifests;
using Spectre.Console;

namespace Hub.Accuracy.Runs;

/// <summary>Reads mutated passenger lists, and says what became of them.</summary>
internal static class FuzzCommand
{
    private const int Width = 160;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>0; 1 where the reader threw something other than its own refusal, or did not end.</returns>
    public static async Task<int> RunAsync(long count, ulong seed, long first, IAnsiConsole console)
    {
        console.Profile.Width = Width;
        var fuzz = new PaxlstFuzz(seed);
        var watch = Stopwatch.StartNew();
        var run = Task.Run(() => fuzz.RunAsync(count, first));
        try
        {
            if (!await EndsAsync(fuzz, run))
            {
                console.WriteLine($"Seed {seed}, iteration {fuzz.Iteration}: not read within {Patience.TotalSeconds} seconds.");
                return 1;
            }

            var outcome = await run;
            console.WriteLine(
                $"{outcome.Files} mutated files: {outcome.Refused} refused, {outcome.Files - outcome.Refused} read; {outcome.Listed} persons listed, {outcome.SetAside} set aside; {watch.Elapsed.TotalSeconds:F1} s");
            return 0;
        }
        catch (FuzzFailureException e)
        {
            console.WriteLine(e.ToString());
            return 1;
        }
    }

    private static async Task<bool> EndsAsync(PaxlstFuzz fuzz, Task run)
    {
        while (!run.IsCompleted)
        {
            var before = fuzz.Iteration;
            await Task.WhenAny(run, Task.Delay(Patience));
            if (!run.IsCompleted && fuzz.Iteration == before)
            {
                return false;
            }
        }

        return true;
    }
}

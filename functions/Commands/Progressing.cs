using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary>A progress bar in a terminal, nothing where output goes to a file.</summary>
internal static class Progressing
{
    /// <param name="total">What counts as all done.</param>
    /// <param name="work">Calls its argument with how much more is done.</param>
    public static async Task<T> RunAsync<T>(string what, long total, Func<Action<long>, Task<T>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await work(_ => { });
        }

        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(what, maxValue: Math.Max(1, total));
                return work(done => bar.Increment(done));
            });
    }
}

using System.Collections.Immutable;

namespace Hub.Embedded.Hosting;

/// <summary>The functions given cannot be run as they are. Everything that is wrong is named at once; nothing was started.</summary>
public sealed class FunctionWiringException(IEnumerable<WiringProblem> problems) : Exception(Render([.. problems]))
{
    /// <summary>Every problem found, by function.</summary>
    public ImmutableArray<WiringProblem> Problems { get; } = [.. problems];

    private static string Render(ImmutableArray<WiringProblem> problems) =>
        $"The functions cannot be started: {problems.Length} problem{(problems.Length == 1 ? "" : "s")}.{Environment.NewLine}"
        + string.Join(Environment.NewLine, problems.Select(p => $"- {p}"));
}

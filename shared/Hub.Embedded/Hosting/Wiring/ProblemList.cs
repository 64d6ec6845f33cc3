namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Collects what is wrong, so that it can be told all at once.</summary>
internal sealed class ProblemList
{
    private readonly List<WiringProblem> problems = [];

    public int Count => problems.Count;

    public void Add(Candidate function, string message) => problems.Add(new(function.Name, function.Where, message));

    /// <exception cref="FunctionWiringException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new FunctionWiringException(problems.OrderBy(p => p.Function, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Method, StringComparer.Ordinal));
        }
    }
}

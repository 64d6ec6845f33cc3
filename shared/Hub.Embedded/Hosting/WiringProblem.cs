namespace Hub.Embedded.Hosting;

/// <summary>One reason why a function would not run, or would run otherwise, under the real Functions host.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Method">Its class and method.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record WiringProblem(string Function, string Method, string Message)
{
    public override string ToString() => $"{Function} ({Method}): {Message}";
}

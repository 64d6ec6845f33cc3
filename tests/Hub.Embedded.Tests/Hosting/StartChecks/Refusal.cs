using Hub.Embedded.Hosting;
using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting.StartChecks;

/// <summary>Asserts that a class stops the start, and with what words.</summary>
internal static class Refusal
{
    /// <summary>There is one problem; it names function and class, and says these words.</summary>
    public static Task Says(string words, params Type[] functions) => Says(words, _ => { }, functions);

    public static async Task Says(string words, Action<IServiceCollection> services, params Type[] functions)
    {
        var refusal = await TestHost.RefusalOf(services, functions);
        var problem = Assert.Single(refusal.Problems);
        Names(problem, functions);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.Contains(problem.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    private static void Names(WiringProblem problem, Type[] functions)
    {
        Assert.NotEmpty(problem.Function);
        Assert.Contains(functions, f => problem.Method.StartsWith(f.Name + ".", StringComparison.Ordinal));
    }
}

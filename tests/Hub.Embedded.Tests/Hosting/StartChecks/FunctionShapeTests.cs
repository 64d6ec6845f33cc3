using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting.StartChecks;

public class FunctionShapeTests
{
    [Fact]
    public async Task Two_functions_of_one_name_stop_the_start_whatever_their_case()
    {
        var refusal = await TestHost.RefusalOf(typeof(Sweeps), typeof(SweepsToo));
        Assert.Equal(["SWEEP", "Sweep"], refusal.Problems.Select(p => p.Function).Order(StringComparer.Ordinal));
        Assert.Contains("SweepsToo.Run", refusal.Problems.Single(p => p.Function == "Sweep").Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_name_the_host_does_not_take_stops_the_start() => Refusal.Says("not one the host takes", typeof(BadName));

    [Fact]
    public async Task Two_functions_on_methods_of_one_name_stop_the_start()
    {
        var refusal = await TestHost.RefusalOf(typeof(SameMethod));
        Assert.Equal(["first", "second"], refusal.Problems.Select(p => p.Function));
        Assert.All(refusal.Problems, p => Assert.Contains("on a method called Run", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public Task An_abstract_class_stops_the_start() => Refusal.Says("neither abstract nor static", typeof(Abstract));

    [Fact]
    public async Task A_static_class_stops_the_start() =>
        Assert.Contains((await TestHost.RefusalOf(typeof(Static))).Problems, p => p.Message.Contains("neither abstract nor static", StringComparison.Ordinal));

    [Fact]
    public Task A_class_that_is_not_public_stops_the_start() => Refusal.Says("must be public", typeof(Hidden));

    [Fact]
    public Task A_method_that_is_not_public_stops_the_start() => Refusal.Says("must be public", typeof(HiddenMethod));

    [Fact]
    public Task A_generic_method_stops_the_start() => Refusal.Says("generic", typeof(Generic));

    [Fact]
    public Task An_async_void_stops_the_start() => Refusal.Says("Return Task", typeof(AsyncVoid));

    [Fact]
    public Task A_function_without_a_trigger_stops_the_start() => Refusal.Says("No parameter carries a trigger", typeof(NoTrigger));

    [Fact]
    public Task A_function_with_two_triggers_stops_the_start() => Refusal.Says("Two triggers", typeof(TwoTriggers));

    [Fact]
    public Task A_task_of_a_value_that_nobody_awaits_stops_the_start() => Refusal.Says("returns ValueTask", typeof(ReturnsValueTask));

    [Fact]
    public Task A_parameter_that_nothing_fills_stops_the_start() => Refusal.Says("Nothing can fill the parameter HttpContext http", typeof(UnknownParameter));

    [Fact]
    public Task A_constructor_that_asks_for_what_is_not_registered_stops_the_start() => Refusal.Says("asks for IFormatProvider culture, which is not registered", typeof(NeedsMore));

    [Fact]
    public async Task A_keyed_dependency_is_looked_for_under_its_key()
    {
        var refusal = await TestHost.RefusalOf(s => s.AddKeyedSingleton<object>("other", new object()), typeof(NeedsKeyed));
        Assert.Contains("is not registered", Assert.Single(refusal.Problems).Message, StringComparison.Ordinal);
        await using var host = await TestHost.StartAsync(s => s.AddKeyedSingleton<object>("mine", new object()), typeof(NeedsKeyed));
    }

    [Fact]
    public Task Two_constructors_stop_the_start() => Refusal.Says("Give it exactly one", typeof(TwoConstructors));

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        var refusal = await TestHost.RefusalOf(typeof(AsyncVoid), typeof(NoTrigger), typeof(UnknownParameter));
        Assert.Equal(["AsyncVoid", "NoTrigger", "UnknownParameter"], refusal.Problems.Select(p => p.Function));
        Assert.StartsWith("The functions cannot be started: 3 problems.", refusal.Message, StringComparison.Ordinal);
    }

    public sealed class SameMethod
    {
        [Function("first")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }

        [Function("second")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken) { }
    }

    public sealed class Sweeps
    {
        [Function("Sweep")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public sealed class SweepsToo
    {
        [Function("SWEEP")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public sealed class BadName
    {
        [Function("1st sweep")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public abstract class Abstract
    {
        // Public, so that the constructor is not a second problem.
#pragma warning disable CA1012
        public Abstract()
        {
        }
#pragma warning restore CA1012

        [Function("Abstract")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public static class Static
    {
        [Function("Static")]
        public static void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    private sealed class Hidden
    {
        [Function("Hidden")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public sealed class HiddenMethod
    {
        [Function("HiddenMethod")]
        internal void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public sealed class Generic
    {
        [Function("Generic")]
        public void Run<T>([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }

    public sealed class AsyncVoid
    {
        [Function("AsyncVoid")]
        public async void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => await Task.Yield();
    }

    public sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public void Run(string text) { }
    }

    public sealed class TwoTriggers
    {
        [Function("TwoTriggers")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, [ServiceBusTrigger("reports", "assess")] string body) { }
    }

    public sealed class ReturnsValueTask
    {
        [Function("ReturnsValueTask")]
        public ValueTask Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => ValueTask.CompletedTask;
    }

    public sealed class UnknownParameter
    {
        [Function("UnknownParameter")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x")] HttpRequest request, HttpContext http) => Results.Ok();
    }

    public sealed class NeedsMore(IFormatProvider culture)
    {
        [Function("NeedsMore")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = culture;
    }

    public sealed class NeedsKeyed([FromKeyedServices("mine")] object mine)
    {
        [Function("NeedsKeyed")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = mine;
    }

    public sealed class TwoConstructors
    {
        public TwoConstructors()
        {
        }

        public TwoConstructors(Probe probe) => _ = probe;

        [Function("TwoConstructors")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
    }
}

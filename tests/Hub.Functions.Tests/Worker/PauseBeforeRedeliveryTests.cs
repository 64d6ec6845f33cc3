using Hub.Functions.Flow;
using Hub.Messaging;
using Hub.Testing;
using Microsoft.Azure.Functions.Worker;
using Moq;

namespace Hub.Functions.Tests.Worker;

public sealed class PauseBeforeRedeliveryTests
{
    private readonly ManualTime time = new(TestHub.Start);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("5", 16)]
    [InlineData("10", 180)]
    public async Task A_message_that_failed_is_kept_for_the_step_of_the_ladder_and_then_fails(string delivery, int seconds)
    {
        var pause = TimeSpan.FromSeconds(seconds);
        var call = InvokeAsync(Of(delivery), () => throw new TimeoutException());

        time.Advance(pause * (1 - RetryLadder.Jitter) - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        time.Advance(pause * 2 * RetryLadder.Jitter + TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task What_succeeds_and_what_is_no_message_waits_for_nothing()
    {
        await InvokeAsync(Of("3"), () => Task.CompletedTask);
        await Assert.ThrowsAsync<TimeoutException>(() => InvokeAsync(Of(null), () => throw new TimeoutException()));
    }

    [Fact]
    public async Task A_host_that_stops_is_not_kept_waiting()
    {
        using var stopping = new CancellationTokenSource();
        var call = InvokeAsync(Of("9", stopping.Token), () => throw new TimeoutException());

        await stopping.CancelAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    private Task InvokeAsync(FunctionContext context, Func<Task> function) => new PauseBeforeRedelivery(time).Invoke(context, _ => function());

    private static FunctionContext Of(string? delivery, CancellationToken stopping = default)
    {
        var binding = new Mock<BindingContext>();
        binding.SetupGet(b => b.BindingData).Returns(delivery is null ? new Dictionary<string, object?>() : new() { ["DeliveryCount"] = delivery });
        var context = new Mock<FunctionContext>();
        context.SetupGet(c => c.BindingContext).Returns(binding.Object);
        context.SetupGet(c => c.CancellationToken).Returns(stopping);
        return context.Object;
    }
}

using Hub.Functions.Hosting;
using Hub.Matching;
using Hub.Nominals;
using Hub.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Hub.Functions.Tests.Worker;

public sealed class RegisterFollowingTests : IAsyncDisposable
{
    private readonly ManualTime time = new(A.Moment);
    private readonly Mock<INominalRegister> register = new();
    private readonly RegisterFollower follower;
    private readonly RegisterFollowing following;

    public RegisterFollowingTests()
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        follower = new RegisterFollower(register.Object, index);
        following = new RegisterFollowing(register.Object, follower, index, time, NullLogger<RegisterFollowing>.Instance);
        register.Setup(r => r.ChangesSinceAsync(It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(new RegisterChanges([], 7));
        register.Setup(r => r.WaitForChangeAsync(It.IsAny<long>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .Returns((long _, TimeSpan _, CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, stop));
    }

    public async ValueTask DisposeAsync()
    {
        await following.DisposeAsync();
        follower.Dispose();
    }

    [Fact]
    public async Task The_first_who_asks_for_the_register_has_it_read_and_waits_until_it_is()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        following.StartWhenWanted();
        register.Verify(r => r.ChangesSinceAsync(It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>()), Times.Never);
        await follower.WhenReadyAsync(patience.Token);
        Assert.True(follower.IsReady);
    }

    [Fact]
    public async Task A_store_that_is_away_when_the_register_is_first_wanted_is_asked_again_until_it_answers()
    {
        var away = 3;
        register.Setup(r => r.ChangesSinceAsync(It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns(() => away-- > 0 ? throw new StoreUnavailableException("the database") : Task.FromResult(new RegisterChanges([], 7)));
        following.StartWhenWanted();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var ready = follower.WhenReadyAsync(patience.Token);
        while (!ready.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await ready;
    }
}

using Hub.Messaging;

namespace Hub.Tests.Messaging;

public class RetryLadderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(1000, 300)]
    public void Waits_double_from_a_second_up_to_five_minutes(int deliveryCount, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryLadder.Delay(deliveryCount, random: 0.5));

    [Fact]
    public void A_wait_is_a_fifth_shorter_or_longer_at_most()
    {
        Assert.Equal(TimeSpan.FromSeconds(8), RetryLadder.Delay(4, random: 0.5));
        Assert.Equal(TimeSpan.FromSeconds(6.4), RetryLadder.Delay(4, random: 0));
        Assert.Equal(TimeSpan.FromSeconds(9.6), RetryLadder.Delay(4, random: 1));
    }

    [Fact]
    public void Ten_deliveries_are_over_well_within_the_shortest_duty()
    {
        var total = Enumerable.Range(1, 10).Sum(n => RetryLadder.Delay(n, random: 1).TotalHours);
        Assert.True(total < 1, $"{total} h");
    }

    [Fact]
    public void There_is_no_wait_before_the_first_delivery() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryLadder.Delay(0, 0.5));
}

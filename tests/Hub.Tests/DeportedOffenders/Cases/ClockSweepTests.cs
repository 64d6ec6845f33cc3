using Hub.DeportedOffenders.Cases;
using Hub.Messaging;
using Hub.Notices;
using Hub.Testing;
using Hub.Testing.Border;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>A clock whose message is lost.</summary>
public sealed class ClockSweepTests
{
    private readonly CaseWorld world = new();

    private ClockSweep Sweep => new(world.Store, world.Cases, world.Time);

    [Fact]
    public async Task A_lost_message_stops_no_clock_and_nobody_is_warned_twice()
    {
        await world.JoinAsync(world.Alert());
        var lost = await LoseAsync();
        world.Time.Advance(lost.NotBefore!.Value - world.Time.GetUtcNow() + ClockSweep.Overdue + TimeSpan.FromSeconds(1));

        Assert.Equal(new ClocksSwept(1, 0, null, true), await Sweep.SweepAsync(default));

        var warned = world.Of(NoticeKind.ArrivalNear).Concat(world.Of(NoticeKind.StepOverdue)).Select(n => n.Id).ToArray();
        Assert.NotEmpty(warned);
        Assert.True(world.State.NextLook > world.Time.GetUtcNow());
        Assert.Contains(world.Store.Events, e => e.Type == HubTopology.ArrivalLookDue && e.NotBefore == world.State.NextLook);

        // The message was only late; and the next sweep finds nothing.
        await world.Cases.OnTimeAsync(BorderWorld.Messages(lost).Single(), default);
        Assert.Equal(new ClocksSwept(0, 0, null, true), await Sweep.SweepAsync(default));
        Assert.Equal(warned, world.Of(NoticeKind.ArrivalNear).Concat(world.Of(NoticeKind.StepOverdue)).Select(n => n.Id));
    }

    [Fact]
    public async Task A_message_that_may_still_come_is_waited_for()
    {
        await world.JoinAsync(world.Alert());
        var lost = await LoseAsync();
        world.Time.Advance(lost.NotBefore!.Value - world.Time.GetUtcNow() + ClockSweep.Overdue);

        Assert.Equal(0, (await Sweep.SweepAsync(default)).Struck);
        Assert.Equal(lost.NotBefore, world.State.NextLook);
    }

    [Fact]
    public async Task Every_open_case_is_gone_over_and_no_closed_one()
    {
        for (var i = 0; i < 120; i++)
        {
            await world.JoinAsync(world.Alert(), A.Nominal($"N-{i}"));
            await LoseAsync();
        }

        await world.JoinAsync(world.Alert());
        await world.DecidedAsync(DecisionOutcomes.NoFurtherAction);
        await world.MoveAsync(MoveName.Close);
        await LoseAsync();
        world.Time.Advance(TimeSpan.FromDays(10));

        Assert.Equal(new ClocksSwept(119, 0, null, true), await Sweep.SweepAsync(default));
    }

    private async Task<OutgoingEvent> LoseAsync()
    {
        var lost = world.Store.Events.Where(e => e.Type == HubTopology.ArrivalLookDue).ToList();
        await world.Store.MarkSentAsync(lost, default);
        return lost.Count == 0 ? null! : lost[^1];
    }
}

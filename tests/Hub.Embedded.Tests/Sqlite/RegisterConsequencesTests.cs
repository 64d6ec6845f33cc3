using Hub.Embedded.Sqlite;
using Hub.Nominals;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>What follows from changes, over stops of the hub and over what cannot be done.</summary>
public sealed class RegisterConsequencesTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase file = new();
    private readonly Watcher watcher = new();

    public void Dispose() => file.Dispose();

    private (SqliteNominalRegister Register, RegisterConsequences Consequences) Start()
    {
        var register = new SqliteNominalRegister(file.Reopen(), new ManualTime(A.Moment));
        return (register, new RegisterConsequences(register, [watcher]));
    }

    [Fact]
    public async Task A_hub_that_stopped_between_a_change_and_what_follows_does_it_when_it_starts()
    {
        var (register, consequences) = Start();
        await register.UpsertAsync([A.Nominal("1")], None);
        await consequences.DrawAsync(None);
        await register.EndAsync("1", A.Moment, None);
        await register.UpsertAsync([A.Nominal("2")], None);

        (_, consequences) = Start();
        await consequences.DrawAsync(None);

        Assert.Equal(["Added 1", "Ended 1", "Added 2"], watcher.Told);
        (_, consequences) = Start();
        await consequences.DrawAsync(None);
        Assert.Equal((3, 3L), (watcher.Told.Count, consequences.DrawnTo));
    }

    [Fact]
    public async Task What_cannot_be_done_for_one_holds_up_nobody_else_and_is_done_in_order_once_it_can()
    {
        var (register, consequences) = Start();
        watcher.Fails.Add("1");
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None);
        await register.EndAsync("1", A.Moment, None);
        await register.UpsertAsync([A.Nominal("3")], None);

        Assert.Equal(2, (await Assert.ThrowsAsync<ConsequencesWaitException>(() => consequences.DrawAsync(None))).Count);
        Assert.Equal(["Added 2", "Added 3"], watcher.Told);
        Assert.Equal((2, 4L, 0L), (consequences.Waiting, consequences.ReadTo, consequences.DrawnTo));
        await Assert.ThrowsAsync<ConsequencesWaitException>(() => consequences.DrawAsync(None));
        Assert.Equal(2, watcher.Told.Count);

        watcher.Fails.Clear();
        await consequences.DrawAsync(None);
        Assert.Equal(["Added 2", "Added 3", "Added 1", "Ended 1"], watcher.Told);
        Assert.Equal((0, 4L), (consequences.Waiting, consequences.DrawnTo));
    }

    [Fact]
    public async Task What_waited_when_the_hub_stopped_is_tried_again_by_the_next()
    {
        var (register, consequences) = Start();
        watcher.Fails.Add("2");
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2"), A.Nominal("3")], None);
        await Assert.ThrowsAsync<ConsequencesWaitException>(() => consequences.DrawAsync(None));

        watcher.Fails.Clear();
        (_, consequences) = Start();
        await consequences.DrawAsync(None);

        // Told twice of what came after it; never of nothing.
        Assert.Equal(["Added 1", "Added 3", "Added 2", "Added 3"], watcher.Told);
    }

    [Fact]
    public async Task Drawing_that_is_broken_off_forgets_nothing()
    {
        var (register, consequences) = Start();
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None);
        using var stop = new CancellationTokenSource();
        watcher.Before = id =>
        {
            if (id == "2")
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => consequences.DrawAsync(stop.Token));

        watcher.Before = _ => { };
        await consequences.DrawAsync(None);
        Assert.Equal("Added 2", watcher.Told[^1]);
        Assert.Equal(2, consequences.DrawnTo);
    }

    [Fact]
    public async Task Two_that_draw_at_once_tell_everything_once_and_in_order()
    {
        var (register, consequences) = Start();
        await register.UpsertAsync([.. Enumerable.Range(1, 50).Select(n => A.Nominal($"{n}"))], None);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => consequences.DrawAsync(None))));
        Assert.Equal(Enumerable.Range(1, 50).Select(n => $"Added {n}"), watcher.Told);
    }

    [Fact]
    public async Task Where_another_process_has_come_further_this_one_goes_on_from_there()
    {
        var (register, here) = Start();
        await register.UpsertAsync([A.Nominal("1")], None);
        watcher.Fails.Add("2");
        await register.UpsertAsync([A.Nominal("2")], None);
        await Assert.ThrowsAsync<ConsequencesWaitException>(() => here.DrawAsync(None));

        watcher.Fails.Clear();
        await new RegisterConsequences(register, [watcher]).DrawAsync(None);
        await here.DrawAsync(None);

        Assert.Equal(["Added 1", "Added 2"], watcher.Told);
        Assert.Equal((0, 2L), (here.Waiting, here.DrawnTo));
    }

    [Fact]
    public async Task A_process_that_was_slower_does_not_set_back_how_far_another_has_come()
    {
        var (register, here) = Start();
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2")], None);
        var other = new RegisterConsequences(register, [new Watcher()]);
        watcher.Fails.Add("2");
        watcher.During = id => id == "2" ? other.DrawAsync(None) : Task.CompletedTask;

        await Assert.ThrowsAsync<ConsequencesWaitException>(() => here.DrawAsync(None));

        Assert.Equal(2, await register.MarkAsync("hub:consequences", None));
        Assert.Equal(0, await here.WaitingAsync(A.Moment, None));
    }

    [Fact]
    public async Task What_waits_is_seen_by_processes_that_do_not_draw_themselves()
    {
        var (register, here) = Start();
        using var watching = new RegisterConsequences(register, [watcher]);
        watcher.Fails.Add("2");
        await register.UpsertAsync([A.Nominal("1"), A.Nominal("2"), A.Nominal("3")], None);
        await Assert.ThrowsAsync<ConsequencesWaitException>(() => here.DrawAsync(None));

        Assert.Equal(1, await here.WaitingAsync(A.Moment, None));
        Assert.Equal(0, await watching.WaitingAsync(A.Moment.AddMinutes(10).AddTicks(-1), None));
        Assert.Equal(2, await watching.WaitingAsync(A.Moment.AddMinutes(10), None));

        watcher.Fails.Clear();
        await here.DrawAsync(None);
        Assert.Equal(0, await watching.WaitingAsync(A.Moment.AddMinutes(10), None));
    }

    private sealed class Watcher : INominalWatcher
    {
        public List<string> Told { get; } = [];

        public HashSet<string> Fails { get; } = [];

        public Action<string> Before { get; set; } = _ => { };

        public Func<string, Task> During { get; set; } = _ => Task.CompletedTask;

        public async Task ChangedAsync(NominalChanged changed, CancellationToken cancellationToken)
        {
            Before(changed.Id);
            await During(changed.Id);
            if (Fails.Contains(changed.Id))
            {
                throw new InvalidOperationException("Not now.");
            }

            Told.Add($"{changed.Kind} {changed.After.Id}");
        }
    }
}

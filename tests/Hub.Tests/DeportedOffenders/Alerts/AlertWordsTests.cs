using Hub.Auditing;
using Hub.Cases;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Alerts;

/// <summary>Alerts that speak of others, in whatever order they arrive.</summary>
public sealed class AlertWordsTests
{
    private static readonly Nominal Thackwray = A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Thackwray", Given = ["Lemuel", "Osric"] }],
        Born = BirthDate.Parse("1969-04-17"),
        Sex = Sex.Male,
        Documents = [new TravelDocument("P", "533401372", "GBR")],
    };

    private static readonly Nominal Ormathwaite = A.Nominal("N-2") with { Names = [new PersonName { Surname = "Ormathwaite", Given = ["Piers"] }], Born = null };

    [Theory]
    [InlineData("A B")]
    [InlineData("B A")]
    public async Task A_correction_takes_the_place_of_what_it_corrects(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["B"] = new AlertJson("B").Correcting("A").Landing("2026-12-02T06:15") });

        Assert.Equal(CaseStatus.Withdrawn, world.Store[sent["A"]].Status);
        Assert.Contains("B Live", await world.StandingsAsync("N-1"));
        Assert.DoesNotContain("A Live", await world.StandingsAsync("N-1"));
        Assert.All(world.Told(sent["A"]).Concat(world.Told(sent["B"])), t => Assert.EndsWith("Withdrawn", t, StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 12, 2), world.Cases.Facts((await world.CaseOfAsync("N-1"))!).Arrival!.Lands!.Day);
    }

    [Theory]
    [InlineData("A W")]
    [InlineData("W A")]
    public async Task A_withdrawn_alert_does_not_count_and_stays_readable(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["W"] = AlertJson.Withdrawing("A", "W") });

        Assert.Equal(CaseStatus.Withdrawn, world.Store[sent["A"]].Status);
        Assert.Equal("Its sender took the alert back.", world.Store[sent["A"]].Reasons[^1]);
        Assert.DoesNotContain("A Live", await world.StandingsAsync("N-1"));
        Assert.Equal("THA", world.Store[sent["A"]].Report.GetProperty("deportingState").GetString());
        Assert.Equal((CaseStatus.Assessed, null), (world.Store[sent["W"]].Status, world.NominalOf(sent["W"])));
        Assert.DoesNotContain(world.Told(sent["W"]), t => t.EndsWith("Raised", StringComparison.Ordinal));
        Assert.Empty(world.Provisional);
    }

    [Fact]
    public async Task The_notices_of_an_alert_taken_back_are_withdrawn()
    {
        using var world = new AlertWorld(Ormathwaite);
        var id = await world.SendAsync(new AlertJson("A").About("Ormathwaite", "Piers", null));

        await world.SendAsync(AlertJson.Withdrawing("A", "W"));

        Assert.Equal(["match-review jigsaw Withdrawn", "step-overdue supervisors Withdrawn", "step-overdue supervisors Withdrawn"], world.Told(id));
    }

    [Fact]
    public async Task An_alert_that_speaks_of_one_not_there_says_so_until_it_comes()
    {
        using var world = new AlertWorld(Thackwray);
        var withdrawal = await world.SendAsync(AlertJson.Withdrawing("A", "W"));
        Assert.Equal(["alert-disputed jigsaw Raised"], world.Told(withdrawal));

        await world.SendAsync(new AlertJson("A"));

        Assert.Equal(["alert-disputed jigsaw Withdrawn"], world.Told(withdrawal));
    }

    [Theory]
    [InlineData("A W", false)]
    [InlineData("W A", false)]
    [InlineData("A W", true)]
    [InlineData("W A", true)]
    public async Task Only_the_sender_takes_an_alert_back(string order, bool corrects)
    {
        using var world = new AlertWorld(Thackwray);
        var other = corrects ? new AlertJson("W").Correcting("A") : AlertJson.Withdrawing("A", "W");
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["W"] = other }, new() { ["W"] = AlertWorld.Charity });

        Assert.Equal(CaseStatus.Assessed, world.Store[sent["A"]].Status);
        Assert.Contains("A Live", await world.StandingsAsync("N-1"));
        var dispute = Assert.Single(world.Store[sent["W"]].Notices, n => n is { Kind: NoticeKind.AlertDisputed, State: NoticeState.Raised });
        Assert.Equal((Recipient.CentralJigsaw, NoticePriority.Urgent, "W", "A"), (dispute.Recipient, dispute.Priority, dispute.Content.GetProperty("alert").GetString(), dispute.Content.GetProperty("speaksOf").GetString()));
    }

    [Theory]
    [InlineData("A B C")]
    [InlineData("A C B")]
    [InlineData("B A C")]
    [InlineData("B C A")]
    [InlineData("C A B")]
    [InlineData("C B A")]
    public async Task Of_a_chain_of_corrections_the_last_counts(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["B"] = new AlertJson("B").Correcting("A"), ["C"] = new AlertJson("C").Correcting("B") });

        Assert.Equal([CaseStatus.Withdrawn, CaseStatus.Withdrawn, CaseStatus.Assessed], new[] { "A", "B", "C" }.Select(r => world.Store[sent[r]].Status));
        Assert.Equal(["C Live"], (await world.StandingsAsync("N-1")).Where(s => s.EndsWith("Live", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("A B W")]
    [InlineData("A W B")]
    [InlineData("B A W")]
    [InlineData("B W A")]
    [InlineData("W A B")]
    [InlineData("W B A")]
    public async Task When_a_correction_is_withdrawn_neither_counts_and_people_are_told(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["B"] = new AlertJson("B").Correcting("A"), ["W"] = AlertJson.Withdrawing("B", "W") });

        Assert.Equal([CaseStatus.Withdrawn, CaseStatus.Withdrawn], new[] { "A", "B" }.Select(r => world.Store[sent[r]].Status));
        Assert.DoesNotContain(await world.StandingsAsync("N-1"), s => s.EndsWith("Live", StringComparison.Ordinal));
        Assert.Equal(["jigsaw", "supervisors"], world.Store[sent["B"]].Notices.Where(n => n is { Kind: NoticeKind.AlertDisputed, State: NoticeState.Raised }).Select(n => n.Recipient));
    }

    [Theory]
    [InlineData("A W V")]
    [InlineData("A V W")]
    [InlineData("V W A")]
    [InlineData("W V A")]
    public async Task A_withdrawal_withdrawn_brings_nothing_back_and_people_are_told(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["W"] = AlertJson.Withdrawing("A", "W"), ["V"] = AlertJson.Withdrawing("W", "V") });

        Assert.Equal([CaseStatus.Withdrawn, CaseStatus.Withdrawn, CaseStatus.Assessed], new[] { "A", "W", "V" }.Select(r => world.Store[sent[r]].Status));
        Assert.Equal(["jigsaw", "supervisors"], world.Store[sent["W"]].Notices.Where(n => n is { Kind: NoticeKind.AlertDisputed, State: NoticeState.Raised }).Select(n => n.Recipient));
    }

    [Theory]
    [InlineData("A B W")]
    [InlineData("A W B")]
    [InlineData("W B A")]
    [InlineData("B W A")]
    public async Task Who_withdraws_an_alert_that_was_corrected_is_told_that_the_correction_still_counts(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, order, new() { ["A"] = new AlertJson("A"), ["B"] = new AlertJson("B").Correcting("A"), ["W"] = AlertJson.Withdrawing("A", "W") });

        Assert.Equal(["B Live"], (await world.StandingsAsync("N-1")).Where(s => s.EndsWith("Live", StringComparison.Ordinal)));
        Assert.Equal("An alert withdraws one that had been corrected", Assert.Single(world.Store[sent["W"]].Notices, n => n is { Kind: NoticeKind.AlertDisputed, State: NoticeState.Raised }).Title);
        Assert.Contains(await world.StandingsAsync("N-1"), s => s is "A Withdrawn" || !s.StartsWith('A'));
    }

    [Theory]
    [InlineData("A B")]
    [InlineData("B A")]
    [InlineData("A B C")]
    [InlineData("C A B")]
    [InlineData("B C A")]
    public async Task Corrections_in_a_circle_leave_one_that_counts_and_tell(string order)
    {
        using var world = new AlertWorld(Thackwray);
        var last = order.Contains('C', StringComparison.Ordinal) ? "C" : "B";
        var sent = await SendAsync(world, order, new()
        {
            ["A"] = new AlertJson("A").Correcting(last),
            ["B"] = new AlertJson("B").Correcting("A"),
            ["C"] = new AlertJson("C").Correcting("B"),
        });

        Assert.Contains(await world.StandingsAsync("N-1"), s => s.EndsWith("Live", StringComparison.Ordinal));
        Assert.Contains(sent.Values.SelectMany(world.Told), t => t == "alert-disputed jigsaw Raised");
    }

    [Fact]
    public async Task The_same_withdrawal_twice_under_two_references_changes_nothing_more()
    {
        using var world = new AlertWorld(Thackwray);
        var sent = await SendAsync(world, "A W", new() { ["A"] = new AlertJson("A"), ["W"] = AlertJson.Withdrawing("A", "W") });
        var before = (world.Store[sent["A"]].Version, (await world.CaseOfAsync("N-1"))!.Revision);

        var again = await world.SendAsync(AlertJson.Withdrawing("A", "W2"));

        Assert.Equal(before, (world.Store[sent["A"]].Version, (await world.CaseOfAsync("N-1"))!.Revision));
        Assert.Empty(world.Told(again));
    }

    [Fact]
    public async Task A_withdrawal_is_whole_wherever_an_instance_dies()
    {
        for (var commits = 0; commits < 24; commits++)
        {
            using var world = new AlertWorld(Thackwray);
            var alert = await world.SendAsync(new AlertJson("A"));
            var withdrawal = await world.PostAsync(AlertJson.Withdrawing("A", "W"));
            world.Failing.DieAfter(commits);
            var died = await Record.ExceptionAsync(world.SettleAsync);
            world.Failing.Heal();

            await world.SettleAsync();

            Assert.Equal((CaseStatus.Withdrawn, CaseStatus.Assessed), (world.Store[alert].Status, world.Store[withdrawal].Status));
            Assert.Equal(["A Withdrawn"], await world.StandingsAsync("N-1"));
            if (died is null)
            {
                return;
            }
        }

        Assert.Fail("It never got through.");
    }

    [Fact]
    public async Task An_alert_and_its_withdrawal_assessed_at_once_end_withdrawn()
    {
        for (var round = 0; round < 20; round++)
        {
            using var world = new AlertWorld(Thackwray);
            var (first, second) = (world.Start(), world.Start());
            var alert = await world.PostAsync(new AlertJson("A"));
            var withdrawal = await world.PostAsync(AlertJson.Withdrawing("A", "W"));

            await Task.WhenAll(Task.Run(() => world.AssessAsync(alert, first)), Task.Run(() => world.AssessAsync(withdrawal, second)));
            await world.SettleAsync();

            Assert.Equal(CaseStatus.Withdrawn, world.Store[alert].Status);
            Assert.DoesNotContain("A Live", await world.StandingsAsync("N-1"));
            Assert.DoesNotContain(world.Told(withdrawal), t => t.EndsWith("Raised", StringComparison.Ordinal));
        }
    }

    private static async Task<Dictionary<string, CaseId>> SendAsync(AlertWorld world, string order, Dictionary<string, AlertJson> alerts, Dictionary<string, Actor>? senders = null)
    {
        Dictionary<string, CaseId> sent = [];
        foreach (var reference in order.Split(' '))
        {
            sent[reference] = await world.SendAsync(alerts[reference], senders?.GetValueOrDefault(reference));
        }

        return sent;
    }
}

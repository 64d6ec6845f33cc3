using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Reports;
using Hub.Testing;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Alerts;

/// <summary>Which case an alert comes into: of somebody identified, confirmed, rejected, or not on the register.</summary>
public sealed class AlertJoiningTests
{
    private static readonly Nominal Thackwray = A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Thackwray", Given = ["Lemuel", "Osric"] }],
        Born = BirthDate.Parse("1969-04-17"),
        Sex = Sex.Male,
        Documents = [new TravelDocument("P", "533401372", "GBR")],
    };

    /// <summary>Too little is known of this one to be sure.</summary>
    private static readonly Nominal Namesake = A.Nominal("N-2") with { Names = [new PersonName { Surname = "Ormathwaite", Given = ["Piers"] }], Born = null };

    private static AlertJson Ormathwaite(string reference) => new AlertJson(reference).About("Ormathwaite", "Piers", null);

    private static AlertJson Stranger(string reference) => new AlertJson(reference).About("Quillfeather", "Barnaby", "1971-02-03");

    [Fact]
    public async Task An_alert_on_a_known_person_comes_into_their_case_and_tells_which()
    {
        using var world = new AlertWorld(Thackwray);

        var id = await world.SendAsync(new AlertJson());

        Assert.Equal("N-1", world.NominalOf(id));
        Assert.Equal(["INT/2026/1 Live"], await world.StandingsAsync("N-1"));
        Assert.Equal(DeportedOffenderCase.IdOf("N-1", 1).ToString(), world.Store[id].Conclusion!.Value.GetProperty("case").GetString());
        Assert.Empty(world.Told(id));
        Assert.Empty(world.Provisional);
    }

    [Fact]
    public async Task Alerts_of_two_senders_on_one_person_come_together()
    {
        using var world = new AlertWorld(Thackwray);

        await world.SendAsync(new AlertJson());
        await world.SendAsync(new AlertJson("PA-77").With("source", "prisonersAbroad"), AlertWorld.Charity);

        Assert.Equal(["INT/2026/1 Live", "PA-77 Live"], await world.StandingsAsync("N-1"));
    }

    [Fact]
    public async Task The_same_message_delivered_again_changes_nothing()
    {
        using var world = new AlertWorld(Thackwray);
        var id = await world.SendAsync(new AlertJson());
        var before = (world.Store[id].Version, (await world.CaseOfAsync("N-1"))!.Revision);

        await world.AssessAsync(id);
        await world.AssessAsync(id, type: HubTopology.ReportChanged);

        Assert.Equal(before, (world.Store[id].Version, (await world.CaseOfAsync("N-1"))!.Revision));
    }

    [Fact]
    public async Task A_possible_person_is_in_no_case_until_somebody_confirms_it()
    {
        using var world = new AlertWorld(Namesake);
        var id = await world.SendAsync(Ormathwaite("INT/2026/1"));

        Assert.IsType<MatchOutcome.Possible>(world.Store[id].Match!.Outcome);
        Assert.Null(await world.CaseOfAsync("N-2"));
        Assert.Equal(["match-review jigsaw Raised", "step-overdue supervisors Planned", "step-overdue supervisors Planned"], world.Told(id));

        Assert.Equal(ReviewOutcome.Decided, await world.DecideAsync(id, "N-2"));
        await world.SettleAsync();

        Assert.Equal(["INT/2026/1 Live"], await world.StandingsAsync("N-2"));
        Assert.Equal(["match-review jigsaw Acknowledged", "step-overdue supervisors Withdrawn", "step-overdue supervisors Withdrawn"], world.Told(id));
    }

    [Fact]
    public async Task Who_was_rejected_is_not_taken_for_the_person_again()
    {
        using var world = new AlertWorld(Namesake);
        var id = await world.SendAsync(Ormathwaite("INT/2026/1"));

        await world.DecideAsync(id, null);
        await world.SettleAsync();
        await world.AssessAsync(id, type: HubTopology.ReportChanged);

        var made = Assert.Single(world.Provisional);
        Assert.Equal(made.Id, world.NominalOf(id));
        Assert.Equal(["INT/2026/1 Live"], await world.StandingsAsync(made.Id));
        Assert.Null(await world.CaseOfAsync("N-2"));
        Assert.False(world.Store[id].Match!.Decision!.Confirmed);
    }

    [Theory]
    [InlineData("2026-12-01T06:15", "2026-11-23T08:01:00Z", NoticePriority.Normal)]
    [InlineData("2026-11-26T06:15", "2026-11-23T06:15:00Z", NoticePriority.Normal)]
    [InlineData("2026-11-25T08:00", "2026-11-22T09:01:00Z", NoticePriority.Urgent)]
    [InlineData("2026-11-22T09:30", "2026-11-22T09:01:00Z", NoticePriority.Urgent)]
    [InlineData("2026-11-20T09:30", "2026-11-22T09:01:00Z", NoticePriority.Urgent)]
    [InlineData(null, "2026-11-23T08:01:00Z", NoticePriority.Normal)]
    public async Task A_possible_match_is_due_while_there_is_time_to_plan(string? lands, string due, NoticePriority priority)
    {
        using var world = new AlertWorld(Namesake);

        var review = Assert.Single(world.Store[await world.SendAsync(Ormathwaite("INT/2026/1").Landing(lands))].Notices, n => n.Kind == NoticeKind.MatchReview);

        Assert.Equal((DateTimeOffset.Parse(due, null), priority, Recipient.Supervisors), (review.Due!.Value, review.Priority, review.EscalateTo));
    }

    [Theory]
    [InlineData("2026-12-01T06:15", "2026-11-23T09:01:00Z", "2026-12-01T00:15:00Z")]
    [InlineData("2026-11-25T08:00", "2026-11-22T10:01:00Z", "2026-11-25T02:00:00Z")]
    [InlineData("2026-11-22T09:30", "2026-11-22T10:01:00Z")]
    [InlineData(null, "2026-11-23T09:01:00Z")]
    public async Task The_supervisors_hear_of_a_possible_match_acknowledged_and_not_decided(string? lands, params string[] hear)
    {
        using var world = new AlertWorld(Namesake);
        var id = await world.SendAsync(Ormathwaite("INT/2026/1").Landing(lands));
        var review = Assert.Single(world.Store[id].Notices, n => n.Kind == NoticeKind.MatchReview);
        await new Acknowledgement(world.Editor).AcknowledgeAsync(review.Id, AlertWorld.Officer, default);

        await world.AssessAsync(id, type: HubTopology.ReportChanged);

        var planned = world.Store[id].Notices.Where(n => n.Kind == NoticeKind.StepOverdue).OrderBy(n => n.PlannedFor).ToList();
        Assert.Equal(hear.Select(h => DateTimeOffset.Parse(h, null)), planned.Select(n => n.PlannedFor!.Value));
        Assert.All(planned, n => Assert.Equal((Recipient.Supervisors, NoticeState.Planned, NoticePriority.Urgent), (n.Recipient, n.State, n.Priority)));
    }

    [Fact]
    public async Task Somebody_not_on_the_register_becomes_a_provisional_nominal_with_what_the_alert_says()
    {
        using var world = new AlertWorld(Thackwray);

        var id = await world.SendAsync(Stranger("INT/2026/1").With("intendedAddress", A.JsonNode("""{"postcode":"NW5 2HS"}""")));

        var made = Assert.Single(world.Provisional);
        Assert.Matches("^P-[0-9A-F]{16}$", made.Id);
        Assert.Equal(("Barnaby Quillfeather", "1971-02-03", "NW5 2HS", "deported-offenders"), (made.Names[0].ToString(), made.Born.ToString(), made.Addresses[0].Postcode, Assert.Single(made.Registers)));
        Assert.Equal(["INT/2026/1 Live"], await world.StandingsAsync(made.Id));
        Assert.Contains("provisional", world.Store[id].Match!.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_alert_on_an_unknown_person_finds_the_provisional_record_and_adds_to_it()
    {
        using var world = new AlertWorld();
        await world.SendAsync(Stranger("INT/2026/1"));

        await world.SendAsync(Stranger("PA-1").WithSubject("aliases", A.JsonNode("""[{"surname":"Quill","given":["Barney"]}]""")).WithSubject("sex", "male"), AlertWorld.Charity);

        var made = Assert.Single(world.Provisional);
        Assert.Equal(["INT/2026/1 Live", "PA-1 Live"], await world.StandingsAsync(made.Id));
        Assert.Equal(["Barnaby Quillfeather", "Barney Quill"], made.Names.Select(n => n.ToString()));
        Assert.Equal(Sex.Male, made.Sex);
        Assert.Equal([NameKind.Primary, NameKind.Alias], made.Names.Select(n => n.Kind));
    }

    [Fact]
    public async Task However_little_is_said_of_somebody_they_stay_the_nominal_made_of_it()
    {
        using var world = new AlertWorld(Thackwray);
        var id = await world.SendAsync(new AlertJson().About("Smith", "John", null));
        var made = Assert.Single(world.Provisional).Id;

        await world.AssessAsync(id, type: HubTopology.ReportChanged);
        await world.AssessAsync(id, world.Start(), HubTopology.ReportChanged);

        Assert.Equal(made, world.NominalOf(id));
        Assert.Equal(made, Assert.Single(world.Provisional).Id);
        Assert.Empty(world.Told(id));
    }

    [Fact]
    public async Task Two_alerts_on_one_unknown_person_assessed_at_once_on_two_instances_make_one_nominal()
    {
        for (var round = 0; round < 20; round++)
        {
            using var world = new AlertWorld();
            var (first, second) = (world.Start(), world.Start());
            var one = await world.PostAsync(Stranger("INT/2026/1"));
            var other = await world.PostAsync(Stranger("PA-1"), AlertWorld.Charity);

            await Task.WhenAll(Task.Run(() => world.AssessAsync(one, first)), Task.Run(() => world.AssessAsync(other, second)));
            await world.SettleAsync();

            var made = Assert.Single(world.Provisional).Id;
            Assert.Equal((made, made), (world.NominalOf(one), world.NominalOf(other)));
            Assert.Equal(2, (await world.StandingsAsync(made)).Length);
        }
    }

    [Fact]
    public async Task An_instance_that_died_before_the_register_had_the_nominal_leaves_no_second()
    {
        var id = default(CaseId);
        for (var commits = 0; commits < 24; commits++)
        {
            using var world = new AlertWorld();
            id = await world.PostAsync(Stranger("INT/2026/1"));
            world.Failing.DieAfter(commits);
            var died = await Record.ExceptionAsync(() => world.AssessAsync(id));
            world.Failing.Heal();

            // The next alert comes before the message is delivered again.
            var next = await world.PostAsync(Stranger("PA-1"), AlertWorld.Charity);
            await world.AssessAsync(next, world.Start());
            await world.SettleAsync();

            var made = Assert.Single(world.Provisional).Id;
            Assert.Equal((made, made), (world.NominalOf(id), world.NominalOf(next)));
            Assert.Equal(["INT/2026/1 Live", "PA-1 Live"], (await world.StandingsAsync(made)).Order(StringComparer.Ordinal));
            Assert.Equal(CaseStatus.Assessed, world.Store[id].Status);
            if (died is null)
            {
                Assert.True(commits > 6);
                return;
            }
        }

        Assert.Fail("It never got through.");
    }
}

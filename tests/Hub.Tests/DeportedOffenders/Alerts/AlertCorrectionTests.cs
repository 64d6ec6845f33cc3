using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Alerts;

/// <summary>Whom a correction is about, and what becomes of a provisional record.</summary>
public sealed class AlertCorrectionTests
{
    private static readonly Nominal Thackwray = A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Thackwray", Given = ["Lemuel", "Osric"] }],
        Born = BirthDate.Parse("1969-04-17"),
        Sex = Sex.Male,
        Documents = [new TravelDocument("P", "533401372", "GBR")],
    };

    private static readonly Nominal Penhaligon = A.Nominal("N-3") with
    {
        Names = [new PersonName { Surname = "Penhaligon", Given = ["Crispin", "Aldous"] }],
        Born = BirthDate.Parse("1975-09-30"),
    };

    private static readonly Nominal Ormathwaite = A.Nominal("N-2") with { Names = [new PersonName { Surname = "Ormathwaite", Given = ["Piers"] }], Born = null };

    private static AlertJson Stranger(string reference) => new AlertJson(reference).About("Quillfeather", "Barnaby", "1971-02-03");

    [Fact]
    public async Task A_correction_whose_own_details_do_not_decide_goes_where_the_corrected_alert_went()
    {
        using var world = new AlertWorld(Thackwray);
        await world.SendAsync(new AlertJson("A"));

        var id = await world.SendAsync(Stranger("B").Correcting("A"));

        Assert.Equal(["A Corrected", "B Live"], await world.StandingsAsync("N-1"));
        Assert.Contains("Its sender says that it corrects the alert A", world.Store[id].Match!.Because, StringComparison.Ordinal);
        Assert.Empty(world.Provisional);
    }

    [Fact]
    public async Task A_correction_that_is_surely_somebody_else_is_for_a_person_to_decide()
    {
        using var world = new AlertWorld(Thackwray, Penhaligon);
        await world.SendAsync(new AlertJson("A"));

        var id = await world.SendAsync(new AlertJson("B").About("Penhaligon", "Crispin Aldous", "1975-09-30").Correcting("A"));

        Assert.Equal("N-3", Assert.IsType<MatchOutcome.Possible>(world.Store[id].Match!.Outcome).Nominal);
        Assert.Equal(["N-1", "N-3"], world.Store[id].Match!.Candidates.Select(c => c.Nominal).Order(StringComparer.Ordinal));
        Assert.Equal(["A Corrected"], await world.StandingsAsync("N-1"));

        await world.DecideAsync(id, "N-1");
        await world.SettleAsync();

        Assert.Equal(["A Corrected", "B Live"], await world.StandingsAsync("N-1"));
    }

    [Fact]
    public async Task What_was_asked_of_a_corrected_alert_is_asked_of_its_correction()
    {
        using var world = new AlertWorld(Ormathwaite);
        await world.SendAsync(new AlertJson("A").About("Ormathwaite", "Piers", null));

        var id = await world.SendAsync(Stranger("B").Correcting("A"));

        Assert.Equal("N-2", Assert.IsType<MatchOutcome.Possible>(world.Store[id].Match!.Outcome).Nominal);
        Assert.Equal(["match-review jigsaw Raised", "step-overdue supervisors Planned", "step-overdue supervisors Planned"], world.Told(id));
        Assert.Empty(world.Provisional);
    }

    [Fact]
    public async Task A_correction_renews_the_provisional_record()
    {
        using var world = new AlertWorld();
        await world.SendAsync(Stranger("A"));
        var made = Assert.Single(world.Provisional).Id;

        await world.SendAsync(Stranger("B").WithSubject("born", "1971-03-02").WithSubject("nationality", "GBR").Correcting("A"));

        var renewed = Assert.Single(world.Provisional);
        Assert.Equal((made, "1971-03-02", "GBR"), (renewed.Id, renewed.Born.ToString(), renewed.Nationality));
        Assert.Equal(["A Corrected", "B Live"], await world.StandingsAsync(made));
    }

    [Fact]
    public async Task When_every_alert_on_an_unknown_person_is_withdrawn_the_provisional_record_ends_and_a_new_alert_makes_a_new_one()
    {
        using var world = new AlertWorld();
        await world.SendAsync(Stranger("A"));
        var made = Assert.Single(world.Provisional).Id;

        await world.SendAsync(AlertJson.Withdrawing("A", "W"));
        Assert.Empty(world.Provisional);
        await world.SendAsync(Stranger("B"));

        Assert.NotEqual(made, Assert.Single(world.Provisional).Id);
    }
}

using Hub.Border.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>Lists of a flight come several times: the newest holds.</summary>
public sealed class AmendedListTests : IAsyncLifetime
{
    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury, Offenders.Hollowbread);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task The_same_list_again_is_the_same_manifest_and_doubles_nothing()
    {
        var first = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));
        var report = await border.ReportAsync(Assert.Single(first.Hits()));

        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));
        var again = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal(report.ToString(), (await border.ReportAsync(report.Text("id"))).ToString());
    }

    [Fact]
    public async Task Who_is_not_on_the_newer_list_is_withdrawn_and_who_is_new_on_it_is_told_of()
    {
        var first = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));

        var second = await border.ScreenAsync(Lists.Out(Offenders.Hollowbread));

        Assert.Equal((1, 1), (second.GetProperty("hits").Count("count"), second.GetProperty("hits").Count("withdrawn")));
        var gone = await border.ReportAsync(Assert.Single(first.Hits()));
        Assert.Equal("withdrawn", gone.Text("status"));
        Assert.Equal(["border-liaison notice-withdrawn", "jigsaw notice-withdrawn", "jigsaw:camden notice-withdrawn"], gone.Standing());
        Assert.Contains("report.withdrawn", gone.Actions());
        Assert.Empty((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray());
        var added = await border.ReportAsync(Assert.Single(second.Hits()));
        Assert.Equal(["border-liaison border-hit", "jigsaw travel-breach-suspected", "jigsaw:hackney travel-breach-suspected"], added.Standing());
    }

    [Fact]
    public async Task The_first_list_sent_again_reinstates_its_hits_and_takes_back_the_others()
    {
        var first = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));
        var second = await border.ScreenAsync(Lists.Out(Offenders.Hollowbread));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));

        var again = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));

        Assert.Equal((first.Text("id"), 2), (again.Text("id"), again.Count("round")));
        var back = await border.ReportAsync(Assert.Single(first.Hits()));
        Assert.Equal("assessed", back.Text("status"));
        Assert.Contains("report.reinstated", back.Actions());
        Assert.Contains("jigsaw:camden travel-breach-suspected", back.Standing());
        Assert.Equal("withdrawn", (await border.ReportAsync(Assert.Single(second.Hits()))).Text("status"));
        Assert.Single((await border.TravelAsync("V-70411")).GetProperty("journeys").EnumerateArray());
    }

    [Fact]
    public async Task A_list_of_crew_takes_back_no_passenger()
    {
        var passengers = await border.ScreenAsync(Lists.Out(Offenders.Thornbury));
        await border.Hub.AdvanceAsync(TimeSpan.FromMinutes(5));

        var crew = await border.ScreenAsync(Lists.Out(Offenders.Hollowbread) with { Kind = ListKind.Crew });

        Assert.Equal((1, 0), (crew.GetProperty("hits").Count("count"), crew.GetProperty("hits").Count("withdrawn")));
        Assert.Equal("assessed", (await border.ReportAsync(Assert.Single(passengers.Hits()))).Text("status"));
    }
}

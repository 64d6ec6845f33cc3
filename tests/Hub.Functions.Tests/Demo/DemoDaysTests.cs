using System.Text.Json;
using Hub.Feeds;
using Hub.Functions.Demo;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Places;
using Hub.Testing;

namespace Hub.Functions.Tests.Demo;

/// <summary>Ages and days of birth are counted back from today: the demonstration shows the same on any day.</summary>
public sealed class DemoDaysTests
{
    private static readonly IFeed Arrests = FeedCatalog.Of(typeof(IFeed).Assembly).Find("arrests")!;

    [Theory]
    [InlineData("2026-02-28T23:30:00Z")]
    [InlineData("2027-04-11T08:00:00Z")]
    [InlineData("2027-12-31T12:00:00Z")]
    [InlineData("2028-02-29T00:10:00Z")]
    public void Whoever_may_be_somebody_may_be_so_on_any_day(string day) =>
        Assert.All(Outcomes(DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), o => Assert.IsType<MatchOutcome.Possible>(o));

    private static IEnumerable<MatchOutcome> Outcomes(DateTimeOffset now)
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        index.Apply(new RegisterChanges([.. new DemoData(now).Register, .. new DemoLookalikes(now).Register, .. new DemoCrowd(now).Register], 1));
        var screener = new Screener(index, new ManualTime(now));
        foreach (var arrest in new DemoLookalikes(now).Arrests)
        {
            var fields = new JsonFields(JsonSerializer.SerializeToElement(arrest, HubJson.Options));
            var read = Arrests.Read(fields, new ReadingContext(now, AuthorityDirectory.Default));
            Assert.True(read is not null, string.Join(", ", fields.Errors.Select(e => $"{e.Path} {e.Code}")));
            yield return screener.Assess(Arrests.Subject(read.Content), MatchPurpose.ArrestRouting).Outcome;
        }
    }
}

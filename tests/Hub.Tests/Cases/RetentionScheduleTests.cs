using System.Reflection;
using Hub.Cases.Retention;
using Hub.Feeds;
using Hub.Testing;

namespace Hub.Tests.Cases;

public sealed class RetentionScheduleTests
{
    [Fact]
    public void Every_feed_and_every_sort_of_record_is_on_the_schedule_once()
    {
        var feeds = FeedCatalog.Of(typeof(IFeed).Assembly).All.Select(f => f.Name);
        var sorts = typeof(IFeed).Assembly.GetTypes()
            .Select(t => t.GetField("Sort", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string))
            .Select(f => (string)f!.GetRawConstantValue()!);

        Assert.Equal(feeds.Concat(sorts).Distinct().Order(), RetentionSchedule.Shipped.Kinds.Select(k => k.Kind).Order());
        Assert.All(RetentionSchedule.Shipped.Kinds, k => Assert.NotEmpty(k.Because));
    }

    [Fact]
    public void Nothing_goes_before_the_six_years_after_which_police_information_is_first_reviewed() =>
        Assert.All(RetentionSchedule.Shipped.Kinds, k => Assert.False(k.Years < 6));

    [Fact]
    public void Whoever_names_a_person_is_kept_until_a_person_decides() =>
        Assert.All(["arrests", "manifest-matches", "deported-offenders", "travel"], kind => Assert.Null(RetentionSchedule.Shipped.LastChangeBefore(kind, A.Moment)));

    [Fact]
    public void The_time_is_counted_in_whole_years_from_the_last_change()
    {
        var schedule = new RetentionSchedule("A test.", [new("short", 6, ""), new("long", 10, ""), new("kept", null, "")]);

        Assert.Equal(A.Moment.AddYears(-6), schedule.LastChangeBefore("short", A.Moment));
        Assert.Null(schedule.LastChangeBefore("kept", A.Moment));
        Assert.Null(schedule.LastChangeBefore("unheard-of", A.Moment));
        Assert.Equal(A.Moment.AddYears(-6), schedule.LastChangeBefore(A.Moment));
    }
}

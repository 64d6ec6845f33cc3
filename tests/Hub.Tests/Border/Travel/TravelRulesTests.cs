using Hub.Border.Travel;

namespace Hub.Tests.Border.Travel;

public sealed class TravelRulesTests
{
    private static readonly TravelRule Rule = new() { Id = "a-rule", From = new DateOnly(2001, 6, 1), Source = "An instrument", NoticeHours = 24 };

    [Theory]
    [InlineData("2001-05-31", null)]
    [InlineData("2001-06-01", "2001-eight-days")]
    [InlineData("2004-04-30", "2001-eight-days")]
    [InlineData("2004-05-01", "2004-three-days")]
    [InlineData("2012-08-12", "2004-three-days")]
    [InlineData("2012-08-13", "2012-any-journey")]
    [InlineData("2026-11-22", "2012-any-journey")]
    public void The_rule_is_that_of_the_day_of_departure(string departs, string? rule) =>
        Assert.Equal(rule, TravelRules.Default.On(Trip.Day(departs))?.Id);

    [Fact]
    public void Each_rule_says_itself_in_one_sentence() => Assert.Equal(
        [
            "The rule in force since 1 June 2001 (SI 2001/1846, regulation 4) asks for notice of any journey outside the United Kingdom of 8 days or longer, at least 24 hours before departure.",
            "The rule in force since 1 May 2004 (SI 2004/1220, regulation 5) asks for notice of any journey outside the United Kingdom of 3 days or longer, 7 days before departure, or not less than 24 hours where the details were not known earlier.",
            "The rule in force since 13 August 2012 (SI 2004/1220 as amended by SI 2012/1876) asks for notice of any journey outside the United Kingdom, 7 days before departure, or not less than 12 hours with a reasonable excuse.",
        ],
        TravelRules.Default.All.Select(rule => rule.Words));

    public static TheoryData<TravelRule[]> Wrong => new()
    {
        new[] { Rule with { Source = " " } },
        new[] { Rule with { ShortestDays = 1 } },
        new[] { Rule with { NoticeHours = 0 } },
        new[] { Rule with { NoticeDays = 1, ShortNotice = "never" } },
        new[] { Rule with { NoticeDays = 7 } },
        new[] { Rule with { ShortNotice = "of nothing" } },
        new[] { Rule with { Transition = new TravelTransition(new DateOnly(2001, 5, 31), "Too early.") } },
        new[] { Rule, Rule with { Id = "same-day" } },
        new[] { Rule, Rule with { Id = "earlier", From = Rule.From.AddDays(-1) } },
        new[] { Rule, Rule with { From = Rule.From.AddDays(1) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Rules_that_contradict_each_other_are_refused(TravelRule[] rules)
    {
        _ = new TravelRules([Rule]);
        Assert.Throws<InvalidOperationException>(() => new TravelRules([.. rules]));
    }
}

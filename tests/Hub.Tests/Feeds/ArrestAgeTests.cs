using Hub.Testing;

namespace Hub.Tests.Feeds;

/// <summary>Who is a child on the day of arrest, in London.</summary>
public sealed class ArrestAgeTests
{
    private static readonly (string, string)[] Adult = [("$.subject.born", "subject-adult")];

    [Theory]
    [InlineData("2007-03-15", "2025-03-14T08:00:00Z", true)] // 18 tomorrow
    [InlineData("2007-03-14", "2025-03-14T08:00:00Z", false)] // 18 today
    [InlineData("2007-06-15", "2024-06-14T23:30:00Z", true)]
    [InlineData("2006-06-15", "2024-06-14T23:30:00Z", false)] // half past midnight in London: 18 already
    [InlineData("2006-06-15", "2024-06-14T22:59:59Z", true)] // one second before London's midnight
    [InlineData("2007-01-15", "2025-01-14T23:59:59Z", true)] // in winter London's midnight is UTC's
    [InlineData("2004-02-29", "2022-02-28T12:00:00Z", true)] // 18 on 1 March in a common year
    [InlineData("2004-02-29", "2022-03-01T00:00:00Z", false)]
    [InlineData("2007", "2025-03-14T08:00:00Z", true)] // 17 or 18: taken
    [InlineData("2006", "2025-03-14T08:00:00Z", false)] // 18 at the least
    [InlineData("2007-03", "2025-03-14T08:00:00Z", true)]
    [InlineData("2007-02", "2025-03-14T08:00:00Z", false)]
    public void Who_may_be_under_18_on_londons_day_of_arrest_is_taken(string born, string at, bool taken) =>
        Assert.Equal(taken ? [] : Adult, A.Arrest().Born(born).At(at).Read().Errors);

    [Fact]
    public void An_adult_by_stated_age_is_refused_where_no_date_of_birth_is_known()
    {
        Assert.Equal([("$.subject.age", "subject-adult")], A.Arrest().OfStatedAge(18).Read().Errors);
        Assert.Empty(A.Arrest().OfStatedAge(17).Read().Errors);
    }

    [Fact]
    public void The_date_of_birth_counts_before_a_stated_age() =>
        Assert.Empty(A.Arrest().WithSubject("born", "2007-03-20").WithSubject("age", 18).Read().Errors);

    [Theory]
    [InlineData("2011-05-19", 13, false)]
    [InlineData("2011-05-19", 14, false)]
    [InlineData("2011-05-19", 15, true)]
    [InlineData("2011-05-19", 18, true)]
    [InlineData("2011-05-19", 9, true)]
    [InlineData("2011", 13, false)]
    [InlineData("2011", 16, true)]
    [InlineData("2017-05-19", 13, true)]
    public void A_stated_age_years_from_what_the_date_of_birth_gives_is_refused(string born, int age, bool refused) =>
        Assert.Equal(refused ? [("$.subject.age", "age-contradicts-born")] : [], A.Arrest().WithSubject("born", born).WithSubject("age", age).Read().Errors.Select(e => (e.Path, e.Code)));

    [Fact]
    public void A_stated_age_settles_what_a_partly_known_date_of_birth_leaves_open()
    {
        Assert.Equal(["$.subject.born"], A.Arrest().WithSubject("born", "2007").WithSubject("age", 18).Read().Errors.Select(e => e.Path));
        Assert.Empty(A.Arrest().WithSubject("born", "2007").WithSubject("age", 17).Read().Errors);
    }

    [Fact]
    public void An_adult_is_told_of_beside_the_other_errors() =>
        Assert.Equal([("$.station", "required"), .. Adult], A.Arrest().Born("1990-01-01").Without("station").Read().Errors);
}

using Hub.Feeds;
using Hub.Feeds.Arrests;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Places;
using Hub.Testing;

namespace Hub.Tests.Feeds;

/// <summary>DOMAIN §4, "Arrest notices": who is told. The child of the builder lives in Camden and was arrested in Hackney.</summary>
public sealed class ArrestRulesTests
{
    private static readonly DateTimeOffset Due = A.Moment.AddHours(-1).AddHours(24);

    private static Findings Assess(ArrestJson arrest, MatchOutcome? outcome = null, Nominal? nominal = null) => new ArrestFeed().Assess(arrest.Accepted().Content, new AssessmentContext
    {
        Match = A.Assessment(outcome ?? new MatchOutcome.None()),
        Nominal = nominal,
        Authorities = AuthorityDirectory.Default,
        Postcodes = PostcodeBoroughs.Default,
        ReceivedAt = A.Moment,
    });

    private static string[] Told(Findings findings) => [.. findings.Notices.Select(n => $"{n.Kind} {n.Recipient}")];

    private static Findings Identified(ArrestJson arrest, Nominal nominal) => Assess(arrest, new MatchOutcome.Match(nominal.Id, 0.999), nominal);

    private static Findings Possible(ArrestJson arrest, Nominal nominal) => Assess(arrest, new MatchOutcome.Possible(nominal.Id, 0.8), nominal);

    [Fact]
    public void A_child_goes_to_the_team_of_the_borough_of_residence_within_24_hours_of_the_arrest()
    {
        var notice = Assert.Single(Assess(A.Arrest()).Notices);

        Assert.Equal(("arrest", "yot:camden", "ppd:camden"), (notice.Kind, notice.Recipient, notice.EscalateTo));
        Assert.Equal(Due, notice.Due);
    }

    [Theory]
    [InlineData("London Borough of Islington", "E8 1EA", "yot:islington")] // what is stated counts, whatever the postcode says
    [InlineData("Kent", null, "yot:kent")]
    [InlineData("Slough", "E8 1EA", "yot:slough")]
    [InlineData(null, "E8 1EA", "yot:hackney")]
    public void The_stated_borough_decides_and_the_postcode_where_none_is_stated(string? borough, string? postcode, string team) =>
        Assert.Equal([$"arrest {team}"], Told(Assess(A.Arrest().LivingIn(borough, postcode))));

    [Fact]
    public void For_a_child_from_outside_London_the_desk_of_the_borough_of_arrest_chases() =>
        Assert.Equal("ppd:hackney", Assert.Single(Assess(A.Arrest().LivingIn("Kent")).Notices).EscalateTo);

    [Theory]
    [InlineData("NW1 8AA", "lies in more than one")]
    [InlineData("M1 1AA", "outside London")]
    [InlineData("not known", "neither a borough nor a postcode")]
    [InlineData(null, "neither a borough nor a postcode")]
    public void A_postcode_that_does_not_decide_is_no_residence(string? postcode, string words)
    {
        var findings = Assess(A.Arrest().LivingIn(null, postcode));

        Assert.Equal(["arrest yot:hackney", "residence-unknown ppd:hackney"], Told(findings));
        Assert.Contains(words, findings.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_without_a_current_address_goes_to_the_team_of_the_borough_of_arrest_and_the_desk()
    {
        var former = A.Arrest();
        former.Subject["addresses"]![0]!["to"] = "2025-01-01";

        Assert.Equal(["arrest yot:hackney", "residence-unknown ppd:hackney"], Told(Assess(A.Arrest().WithoutAddress())));
        Assert.Equal(["arrest yot:hackney", "residence-unknown ppd:hackney"], Told(Assess(former)));
    }

    [Theory]
    [InlineData("from", "2025-03-14", "arrest yot:camden")]
    [InlineData("from", "2025-03-15", "arrest yot:hackney")]
    [InlineData("to", "2025-03-14", "arrest yot:camden")]
    [InlineData("to", "2025-03-13", "arrest yot:hackney")]
    public void The_address_lived_at_on_the_day_of_the_arrest_decides(string name, string day, string told)
    {
        var arrest = A.Arrest();
        arrest.Subject["addresses"]![0]![name] = day;

        Assert.Equal(told, Told(Assess(arrest))[0]);
    }

    [Fact]
    public void A_child_with_no_fixed_abode_goes_to_the_team_of_the_borough_of_arrest_and_the_desk()
    {
        var findings = Assess(A.Arrest().OfNoFixedAbode());

        Assert.Equal(["arrest yot:hackney", "residence-unknown ppd:hackney"], Told(findings));
        Assert.Equal((Due, "ppd:hackney"), (findings.Notices[0].Due, findings.Notices[0].EscalateTo));
        Assert.Null(findings.Notices[1].Due);
    }

    [Theory]
    [InlineData("2015-03-15")] // ten tomorrow
    [InlineData("2016")]
    [InlineData("2015-04")]
    public void A_child_under_ten_is_a_child_at_risk_and_no_team_is_told(string born)
    {
        var findings = Assess(A.Arrest().Born(born));

        Assert.Equal(["child-at-risk ppd:camden", "child-at-risk childrens-services:camden"], Told(findings));
        Assert.All(findings.Notices, n => Assert.Equal((NoticePriority.Urgent, (DateTimeOffset?)null), (n.Priority, n.Due)));
    }

    [Fact]
    public void A_child_under_ten_by_stated_age_and_without_a_home_goes_to_the_borough_of_arrest() =>
        Assert.Equal(["child-at-risk ppd:hackney", "child-at-risk childrens-services:hackney"], Told(Assess(A.Arrest().OfStatedAge(9).OfNoFixedAbode())));

    [Theory]
    [InlineData("2015-03-14")] // ten today
    [InlineData("2015")] // nine or ten
    [InlineData("2007")] // 17 or 18
    [InlineData(null)]
    public void Whoever_may_be_ten_to_17_is_a_childs_arrest(string? born) => Assert.Equal(["arrest yot:camden"], Told(Assess(A.Arrest().Born(born))));

    [Fact]
    public void Somebody_of_unknown_age_who_is_an_adult_by_the_register_goes_to_the_desk_only()
    {
        var findings = Identified(A.Arrest().Born(null), A.Nominal("N-1") with { Born = BirthDate.Parse("1990-01-01") });

        Assert.Equal(["age-conflict ppd:camden"], Told(findings));
        Assert.Equal((Due, "supervisors"), (findings.Notices[0].Due, findings.Notices[0].EscalateTo));
    }

    [Fact]
    public void A_child_by_the_notice_who_is_an_adult_by_the_register_is_told_of_and_the_desk_must_settle_it()
    {
        var findings = Identified(A.Arrest(), A.Nominal("N-1") with { Born = BirthDate.Parse("1990-01-01") });

        Assert.Equal(["age-conflict ppd:camden", "arrest yot:camden"], Told(findings));
        Assert.Equal((Due, "supervisors"), (findings.Notices[0].Due, findings.Notices[0].EscalateTo));
    }

    [Fact]
    public void An_adult_by_a_possible_match_is_still_told_of_as_a_child() =>
        Assert.Equal(["arrest yot:camden", "match-review ppd:camden"], Told(Possible(A.Arrest().Born(null), A.Nominal("N-1") with { Born = BirthDate.Parse("1990-01-01") })));

    [Fact]
    public void Under_ten_by_the_notice_and_ten_by_the_register_is_for_the_desk_to_settle_in_time()
    {
        var findings = Identified(A.Arrest().Born("2016-05-19"), A.Nominal("N-1"));

        Assert.Equal(["child-at-risk ppd:camden", "child-at-risk childrens-services:camden", "age-conflict ppd:camden"], Told(findings));
        Assert.Equal(Due, findings.Notices[2].Due);
    }

    [Fact]
    public void A_missing_child_is_made_known_to_Compass_with_where_and_nothing_of_the_arrest()
    {
        var findings = Identified(A.Arrest(), A.Nominal("N-1") with { Markers = [Marker.Missing] });

        Assert.Equal(["arrest yot:camden", "missing-child-located compass"], Told(findings));
        Assert.Equal(NoticePriority.Urgent, findings.Notices[1].Priority);
        Assert.Equal(["custodyRecord", "nominal", "seenAt", "station", "subject"], Names(findings.Notices[1]));
        Assert.Equal(["born", "name", "sex"], SubjectNames(findings.Notices[1]));
    }

    [Fact]
    public void A_child_on_a_care_plan_is_made_known_to_Childrens_Services_without_the_offences()
    {
        var findings = Identified(A.Arrest(), A.Nominal("N-1") with { Markers = [Marker.CarePlan] });

        Assert.Equal(["arrest yot:camden", "care-plan-arrest childrens-services:camden"], Told(findings));
        Assert.Equal(["appropriateAdult", "arrestedAt", "reference", "riskFlags", "station", "subject"], Names(findings.Notices[1]));
        Assert.Contains("offences", Names(findings.Notices[0]));
    }

    [Fact]
    public void Childrens_Services_are_not_shown_the_offences_of_a_child_under_ten() =>
        Assert.DoesNotContain("offences", Names(Assess(A.Arrest().Born("2016")).Notices[1]));

    [Fact]
    public void No_marker_counts_on_a_possible_match_but_the_desk_hears_of_a_child_who_may_be_missing()
    {
        var findings = Possible(A.Arrest(), A.Nominal("N-1") with { Markers = [Marker.Missing, Marker.CarePlan] });

        Assert.Equal(["arrest yot:camden", "match-review ppd:camden"], Told(findings));
        Assert.Equal(NoticePriority.Urgent, findings.Notices[1].Priority);
        Assert.Equal(NoticePriority.Normal, Possible(A.Arrest(), A.Nominal("N-1")).Notices[1].Priority);
    }

    [Fact]
    public void A_match_whose_nominal_is_gone_from_the_register_tells_the_team_all_the_same() =>
        Assert.Equal(["arrest yot:camden"], Told(Assess(A.Arrest(), new MatchOutcome.Match("N-1", 0.999))));

    [Fact]
    public void No_title_or_reason_names_the_child()
    {
        var findings = Possible(A.Arrest().OfNoFixedAbode(), A.Nominal("N-1") with { Markers = [Marker.Missing] });

        Assert.All([.. findings.Reasons, .. findings.Notices.SelectMany(n => new[] { n.Title, n.Reason })],
            words => Assert.DoesNotContain("Featherstonehaugh", words, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Names(NoticeDraft notice) => [.. notice.Content.EnumerateObject().Select(p => p.Name).Order()];

    private static string[] SubjectNames(NoticeDraft notice) => [.. notice.Content.GetProperty("subject").EnumerateObject().Select(p => p.Name).Order()];
}

using Hub.Cases;
using Hub.Identity;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Tests.Identity;

public sealed class AccessTests
{
    private static readonly Access Access = new(AccessMatrix.Published);

    private static Caller Caller(Role role, string? borough = null, string? agency = null, string? feed = null) =>
        new() { Id = "u", Role = role, Borough = borough, Agency = agency, Feed = feed };

    private static CaseFile CaseWith(string kind, string recipient) =>
        A.Case() with { Notices = [A.Notice(A.Case(), recipient) with { Kind = kind }] };

    public static TheoryData<Role, string?, string?, string> Owners => new()
    {
        { Role.YotOfficer, "camden", null, "yot:camden" },
        { Role.PpdOfficer, "camden", null, "ppd:camden" },
        { Role.PpdSergeant, "camden", null, "ppd:camden" },
        { Role.JigsawOfficer, "camden", null, "jigsaw:camden" },
        { Role.JigsawOfficer, null, null, "jigsaw" },
        { Role.BorderLiaison, null, null, "border-liaison" },
        { Role.Agency, "camden", "childrens-services", "childrens-services:camden" },
        { Role.Agency, null, "compass", "compass" },
    };

    [Theory]
    [MemberData(nameof(Owners))]
    public void A_caller_reaches_their_own_notices_and_cases_and_no_other(Role role, string? borough, string? agency, string own)
    {
        var caller = Caller(role, borough, agency);
        foreach (var operation in new[] { Operation.ListNotices, Operation.AcknowledgeNotice })
        {
            Assert.True(Access.MayCall(caller, operation));
            Assert.True(Access.MayReach(caller, operation, own));
            Assert.All(["yot:brent", "ppd:brent", "jigsaw:brent", "childrens-services:brent", "cait", ":camden", "", "YOT:CAMDEN"], other => Assert.False(Access.MayReach(caller, operation, other)));
        }

        Assert.True(Access.MayReach(caller, Operation.ReadReport, CaseWith(NoticeKind.Arrest, own)));
        Assert.False(Access.MayReach(caller, Operation.ReadReport, CaseWith(NoticeKind.Arrest, "yot:brent")));
        Assert.False(Access.MayReach(caller, Operation.ReadReport, A.Case()));
    }

    [Theory]
    [InlineData(Role.YotOfficer)]
    [InlineData(Role.PpdOfficer)]
    [InlineData(Role.PpdSergeant)]
    [InlineData(Role.Agency)]
    public void A_token_without_its_borough_or_agency_reaches_nothing(Role role)
    {
        Assert.False(Access.MayCall(Caller(role), Operation.ListNotices));
        Assert.False(Access.MayReach(Caller(role), Operation.ReadReport, CaseWith(NoticeKind.Arrest, "yot:camden")));
    }

    [Fact]
    public void A_desk_decides_the_matches_put_to_it_and_no_others()
    {
        var officer = Caller(Role.PpdOfficer, "camden");
        Assert.True(Access.MayReach(officer, Operation.DecideMatch, CaseWith(NoticeKind.MatchReview, "ppd:camden")));
        Assert.False(Access.MayReach(officer, Operation.DecideMatch, CaseWith(NoticeKind.MatchReview, "ppd:brent")));
        Assert.False(Access.MayReach(officer, Operation.DecideMatch, CaseWith(NoticeKind.ResidenceUnknown, "ppd:camden")));
        Assert.False(Access.MayCall(Caller(Role.YotOfficer, "camden"), Operation.DecideMatch));
    }

    [Fact]
    public void A_feed_posts_its_own_and_reads_nothing()
    {
        var feed = Caller(Role.Feed, feed: "arrests");
        Assert.True(Access.MayCall(feed, Operation.PostReport, "arrests"));
        Assert.False(Access.MayCall(feed, Operation.PostReport, "merlin"));
        Assert.False(Access.MayCall(feed, Operation.PostReport));
        Assert.False(Access.MayCall(Caller(Role.Feed), Operation.PostReport, "arrests"));
        Assert.False(Access.MayCall(feed, Operation.ChangeNominal));
        Assert.True(Access.MayCall(Caller(Role.Feed, feed: "register"), Operation.ChangeNominal));
        Assert.All(Enum.GetValues<Operation>().Except([Operation.PostReport, Operation.ChangeNominal]), o => Assert.False(Access.MayCall(feed, o)));
    }

    [Fact]
    public void An_auditor_changes_nothing_and_only_an_auditor_reads_the_access_log()
    {
        Operation[] changes = [Operation.PostReport, Operation.DecideMatch, Operation.AcknowledgeNotice, Operation.ChangeNominal, Operation.CloseQuarantine];
        Assert.All(changes, o => Assert.False(Access.MayCall(Caller(Role.Auditor), o)));
        Assert.All(Enum.GetValues<Role>(), r => Assert.Equal(r == Role.Auditor, Access.MayCall(Caller(r, "camden", "cait", "arrests"), Operation.ReadAudit)));
    }

    [Fact]
    public void A_partner_never_sees_who_else_was_considered() =>
        Assert.Equal(
            [Role.JigsawOfficer, Role.PpdOfficer, Role.PpdSergeant, Role.Supervisor, Role.Auditor],
            Enum.GetValues<Role>().Where(r => Access.MaySeeEvidence(Caller(r))));

    [Fact]
    public void Every_operation_is_allowed_to_somebody() =>
        Assert.All(Enum.GetValues<Operation>(), o => Assert.Contains(Enum.GetValues<Role>(), r => AccessMatrix.Published[o, r] != Reach.No));
}

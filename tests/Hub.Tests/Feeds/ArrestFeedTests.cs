using System.Text.Json.Nodes;
using Hub.Feeds.Arrests;
using Hub.Testing;

namespace Hub.Tests.Feeds;

public sealed class ArrestFeedTests
{
    private static (string, string)[] Errors(ArrestJson arrest) => arrest.Read().Errors;

    [Fact]
    public void A_right_notice_is_read_with_its_reference_and_its_moment_in_utc()
    {
        var (read, errors) = A.Arrest("C-77").At("2025-03-14T09:00:00+01:00").Read();

        Assert.Empty(errors);
        Assert.Equal(("C-77", new DateTimeOffset(2025, 3, 14, 8, 0, 0, TimeSpan.Zero)), (read!.Reference, read.OccurredAt));
        Assert.Equal("hackney", read.Content.GetProperty("arrestAuthority").GetString());
        Assert.Equal("Featherstonehaugh", new ArrestFeed().Subject(read.Content).Name.Surname);
    }

    [Fact]
    public void An_empty_object_hears_of_everything_required_at_once()
    {
        var arrest = A.Arrest();
        foreach (var name in new[] { "reference", "custodyRecord", "station", "arrestBorough", "arrestedAt", "subject", "offences" })
        {
            arrest.Without(name);
        }

        Assert.Equal(
        [
            ("$.arrestBorough", "required"), ("$.arrestedAt", "required"), ("$.custodyRecord", "required"), ("$.offences", "required"),
            ("$.reference", "required"), ("$.station", "required"), ("$.subject", "required"),
        ],
        Errors(arrest).Order());
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_by_path_and_code()
    {
        var arrest = A.Arrest(new string('r', 101))
            .At("2025-02-31T10:00:00Z")
            .With("custodyRecord", 7)
            .With("station", "a\nb")
            .With("arrestBorough", "Camdem")
            .With("responsibleAuthority", "Nowhere")
            .With("offences", new JsonArray(new JsonObject { ["code"] = "X" }, "theft"))
            .With("riskFlags", "none")
            .Born("31/12/2011")
            .WithSubject("age", -1)
            .WithSubject("sex", "x")
            .WithSubject("pncId", "2003/0011985Y")
            .WithSubject("croNumber", "85227/65G")
            .WithSubject("noFixedAbode", "no")
            .WithSubject("aliases", new JsonArray(new JsonObject { ["surname"] = " " }))
            .WithSubject("documents", new JsonArray(new JsonObject { ["number"] = "12", ["issuingState"] = "GBR" }))
            .WithSubject("addresses", new JsonArray(new JsonObject { ["borough"] = "Atlantis", ["from"] = "2025-02-30" }));

        Assert.Equal(
        [
            ("$.arrestBorough", "unknown-borough"), ("$.arrestedAt", "not-an-instant"), ("$.custodyRecord", "wrong-type"),
            ("$.offences[0].description", "required"), ("$.offences[1]", "wrong-type"), ("$.reference", "too-long"),
            ("$.responsibleAuthority", "unknown-authority"), ("$.riskFlags", "wrong-type"), ("$.station", "control-characters"),
            ("$.subject.addresses[0].borough", "unknown-borough"), ("$.subject.addresses[0].from", "not-a-date"),
            ("$.subject.age", "out-of-range"), ("$.subject.aliases[0].surname", "required"), ("$.subject.born", "not-a-date"),
            ("$.subject.croNumber", "invalid-identifier"), ("$.subject.documents[0].number", "invalid-identifier"),
            ("$.subject.noFixedAbode", "wrong-type"), ("$.subject.pncId", "invalid-identifier"), ("$.subject.sex", "not-one-of"),
        ],
        Errors(arrest).OrderBy(e => e.Item1, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2025-03-14T09:00:00", "offset-missing")]
    [InlineData("2025-03-14", "not-an-instant")]
    [InlineData("0001-01-01T00:00:00+01:00", "not-an-instant")]
    [InlineData("9999-12-31T23:59:59-01:00", "not-an-instant")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "not-an-instant")]
    [InlineData("9999-12-31T23:59:59Z", "arrest-in-future")]
    [InlineData("2025-03-14T09:28:54Z", "arrest-in-future")]
    public void A_moment_of_arrest_that_cannot_be_is_refused(string at, string code) =>
        Assert.Equal([("$.arrestedAt", code)], Errors(A.Arrest().At(at)));

    [Fact]
    public void A_senders_clock_may_run_two_minutes_ahead() => Assert.Empty(Errors(A.Arrest().At("2025-03-14T09:28:53Z")));

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:01Z")]
    [InlineData("2011-05-18T12:00:00Z")]
    public void An_arrest_before_the_birth_is_refused(string at) =>
        Assert.Equal([("$.subject.born", "born-after-arrest")], Errors(A.Arrest().At(at)));

    [Fact]
    public void Somebody_arrested_on_the_day_of_birth_is_no_error_of_dates() => Assert.Empty(Errors(A.Arrest().At("2011-05-19T12:00:00Z")));

    [Theory]
    [InlineData("Manchester")]
    [InlineData("Camdn")]
    public void Arrests_are_made_in_london_boroughs_only(string borough) =>
        Assert.Equal([("$.arrestBorough", "unknown-borough")], Errors(A.Arrest().With("arrestBorough", borough)));

    [Fact]
    public void Somebody_needs_a_surname_or_a_given_name()
    {
        Assert.Equal([("$.subject.surname", "required")], Errors(A.Arrest().WithSubject("surname", " ").WithSubject("given", new JsonArray(" "))));
        Assert.Empty(Errors(A.Arrest().WithSubject("surname", null)));
    }

    [Fact]
    public void At_least_one_offence_is_needed_and_at_most_fifty_taken()
    {
        Assert.Equal([("$.offences", "required")], Errors(A.Arrest().With("offences", new JsonArray())));
        var many = new JsonArray([.. Enumerable.Range(0, 51).Select(i => (JsonNode)new JsonObject { ["description"] = $"Theft {i}" })]);
        Assert.Equal([("$.offences", "too-many")], Errors(A.Arrest().With("offences", many)));
    }

    [Fact]
    public void A_subject_that_is_no_object_is_one_error() =>
        Assert.Equal([("$.subject", "wrong-type")], Errors(A.Arrest().With("subject", 5)));
}

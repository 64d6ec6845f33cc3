using System.Text.Json;
using Hub.Json;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Tests.Nominals;

public sealed class NominalJsonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static Nominal Read(string json, string? id = null)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(NominalJson.TryRead(document.RootElement, Now, id, out var nominal, out var errors), string.Join("; ", errors));
        return nominal;
    }

    private static (string Path, string Code)[] Refused(string json, string? id = null)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(NominalJson.TryRead(document.RootElement, Now, id, out _, out var errors));
        return [.. errors.Select(e => (e.Path, e.Code))];
    }

    [Fact]
    public void A_nominal_reads_with_all_it_has()
    {
        var nominal = Read("""
            {"id":"N-1","names":[{"kind":"alias","surname":"Moss"},{"kind":"primary","surname":"Okafor","given":["Ada","Grace"]}],
             "born":"2011-05","sex":"female","nationality":"NGA","pncId":"03/11985x","cro":"85227/65l","visor":"V/1",
             "documents":[{"number":"925665416","issuingState":"GBR","expiry":"2030-01-31"}],
             "addresses":[{"lines":["1 High Street"],"postcode":"not known","borough":"Camden","from":"2020-02-01"}],
             "registers":["yot","yot"],"markers":["missing","something else"],"updated":"2026-11-01T01:00:00+01:00","ended":null}
            """);

        Assert.Equal("Ada Grace Okafor", nominal.Names[0].ToString());
        Assert.Equal(NameKind.Alias, nominal.Names[1].Kind);
        Assert.Equal(("2003/0011985X", "085227/65L", "V/1"), (nominal.PncId, nominal.CroNumber, nominal.VisorReference));
        Assert.Equal(new TravelDocument("P", "925665416", "GBR", new DateOnly(2030, 1, 31)), nominal.Documents[0]);
        Assert.Equal("not known", nominal.Addresses[0].Postcode);
        Assert.Equal<string>(["yot"], nominal.Registers);
        Assert.Equal<string>(["missing", "something else"], nominal.Markers);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), nominal.Updated);
        Assert.Equal((Sex.Female, "2011-05", (DateTimeOffset?)null), (nominal.Sex, nominal.Born?.ToString(), nominal.Ended));
    }

    [Fact]
    public void What_the_hub_writes_it_reads_back()
    {
        var nominal = Read("""{"id":"N-1","names":[{"surname":"Moss"}],"pncId":"2003/0011985X","croNumber":"SF05/482703J","visorReference":"V1"}""");
        Assert.Equal(
            JsonSerializer.Serialize(nominal, HubJson.Options),
            JsonSerializer.Serialize(Read(JsonSerializer.Serialize(nominal, HubJson.Options)), HubJson.Options));
        Assert.Equal(Now, nominal.Updated);
    }

    [Theory]
    [InlineData("""[{"surname":"Moss"}]""")]
    [InlineData("""[{"surname":"","given":["Ada"]}]""")]
    [InlineData("""[{"given":["Ada"]}]""")]
    [InlineData("""[{"surname":"Moss","given":[]},{"kind":"alias","surname":""}]""")]
    public void Either_part_of_a_name_may_be_missing(string names) => Assert.Single(Read($$"""{"id":"1","names":{{names}}}""").Names);

    [Theory]
    [InlineData("""[{"surname":"","given":[""]}]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_nominal_without_a_name_needs_a_date_of_birth_or_an_identifier(string names)
    {
        Assert.Equal([("$.names", "required")], Refused($$"""{"id":"1","names":{{names}}}"""));
        Assert.Empty(Read($$"""{"id":"1","names":{{names}},"born":"2011"}""").Names);
        Assert.Empty(Read($$"""{"id":"1","names":{{names}},"pncId":"2003/0011985X"}""").Names);
    }

    [Fact]
    public void A_blank_primary_name_leaves_the_alias() =>
        Assert.Equal("Moss", Assert.Single(Read("""{"id":"1","names":[{"surname":"Moss","kind":"alias"},{"kind":"primary","surname":" "}]}""").Names).Surname);

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        Assert.Equal(
        [
            ("$.id", "required"), ("$.names[0].surname", "wrong-type"), ("$.born", "not-a-date"), ("$.sex", "not-one-of"),
            ("$.pncId", "invalid-identifier"), ("$.cro", "invalid-identifier"), ("$.documents[0].number", "required"),
            ("$.addresses[0].from", "not-a-date"), ("$.markers", "wrong-type"), ("$.updated", "offset-missing"),
        ],
        Refused("""
            {"names":[{"surname":1}],"born":"19/05/2011","sex":"f","pncId":"2003/0011985Y","cro":"85227/65G","documents":[{}],
             "addresses":[{"from":"2020"}],"markers":"missing","updated":"2026-11-01T00:00:00"}
            """));
    }

    [Fact]
    public void The_id_of_the_body_must_be_the_one_asked_for()
    {
        const string names = """
            "names":[{"surname":"Moss"}]
            """;
        Assert.Equal("N-1", Read($$"""{{{names}}}""", "N-1").Id);
        Assert.Equal("N-1", Read($$"""{"id":"N-1",{{names}}}""", "N-1").Id);
        Assert.Equal([("$.id", "id-differs")], Refused($$"""{"id":"N-2",{{names}}}""", "N-1"));
    }
}

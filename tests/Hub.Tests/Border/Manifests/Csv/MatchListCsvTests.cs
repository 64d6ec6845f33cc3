using System.Text;
using System.Text.Json.Nodes;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using static Hub.Tests.Border.Manifests.Csv.Reading;

namespace Hub.Tests.Border.Manifests.Csv;

public sealed class MatchListCsvTests
{
    private static async Task<List<MatchListItem>> Read(string text)
    {
        var items = new List<MatchListItem>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await foreach (var item in MatchListCsv.ReadAsync(stream, Context, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    [Fact]
    public async Task A_row_gives_all_it_says_in_the_shape_of_the_api()
    {
        var item = Assert.Single(await Read("""
            Reference,Name,DOB,Sex,Nationality,ViSOR,Passport,Issuing state,Expiry,Flight,From,To,Departs,STD,Arrives,Returns,Return time,Return airport,Return flight,PNR,Crew,Remarks
            J-17,MOSS/ADA JANE MRS,19/05/1971,F,UK,V123,925665416,UK,01/02/31,ba 009,LHR,BKK,1/12/2026,2130,2026-12-02T08:05Z,12/12/2026,06:15,EGLL,BA0010,x7y8z9,no,"Sat alone,
            paid cash"
            """));

        var match = Assert.IsType<MatchListItem.Match>(item);
        var expected = JsonNode.Parse("""
            {
              "reference": "J-17",
              "traveller": {
                "surname": "MOSS", "given": ["ADA", "JANE"], "born": "1971-05-19", "sex": "female", "nationality": "GBR", "visorReference": "V123",
                "documents": [{ "type": "P", "number": "925665416", "issuingState": "GBR", "expiry": "2031-02-01" }]
              },
              "flight": "BA9", "from": "LHR", "to": "BKK", "departs": "2026-12-01T21:30", "arrives": "2026-12-02T15:05",
              "returns": "2026-12-12T06:15", "returnsTo": "LHR", "returnFlight": "BA10", "booking": "X7Y8Z9", "crew": false, "remarks": "Sat alone,\npaid cash"
            }
            """);
        Assert.Equal((2, "J-17"), ((int)match.Line, match.Reference));
        Assert.True(JsonNode.DeepEquals(expected, match.Body), match.Body.ToJsonString());
    }

    [Fact]
    public async Task What_a_row_does_not_say_is_absent()
    {
        var match = Assert.IsType<MatchListItem.Match>(Assert.Single(await Read("ref,surname,departs,from\nJ-1,Moss,2026-12-01,\n")));

        Assert.Equal("""{"reference":"J-1","traveller":{"surname":"Moss"},"departs":"2026-12-01"}""", match.Body.ToJsonString());
    }

    [Fact]
    public async Task A_pnc_id_is_given_in_its_own_form()
    {
        var match = Assert.IsType<MatchListItem.Match>(Assert.Single(await Read("ref,surname,pnc id\nJ-1,Moss,03/11985X\n")));

        Assert.Equal("2003/0011985X", (string?)match.Body["traveller"]!["pncId"]);
    }

    [Theory]
    [InlineData(",Moss,,", "reference-missing")]
    [InlineData("J-0,Moss,,", "reference-repeated")]
    [InlineData("J-1,,,", "name-missing")]
    [InlineData("J-1,Moss,31/02/2026,", "date-not-read")]
    [InlineData("J-1,Moss,21:30,", "date-not-read")]
    [InlineData("J-1,Moss,2026-12-01T21:30Z,", "date-not-read")]
    [InlineData("J-1,Moss,,not-a-pnc", "invalid-identifier")]
    [InlineData("J-1,Moss", "row-malformed")]
    public async Task A_row_that_cannot_be_used_is_set_aside_with_its_line_and_reason(string row, string code)
    {
        var items = await Read($"reference,surname,departs,pncId\nJ-0,Vale,,\n{row}\n");

        Assert.IsType<MatchListItem.Match>(items[0]);
        var setAside = Assert.IsType<MatchListItem.SetAside>(items[1]);
        Assert.Equal((3, code), ((int)setAside.Line, setAside.Code));
        Assert.DoesNotContain("Moss", setAside.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_references_or_too_long_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, MatchListCsv.MaxRows + 1).Select(n => $"J-{n},Moss,\n"));
        var long1000 = string.Concat(Enumerable.Range(0, 600).Select(n => $"J-{n},Moss,{new string('x', 1_990)}\n"));

        Assert.Equal("header-missing", (await Assert.ThrowsAsync<ManifestRefusedException>(() => Read("surname\nMoss\n"))).Code);
        Assert.Equal("list-too-long", (await Assert.ThrowsAsync<ManifestRefusedException>(() => Read($"ref,surname,remarks\n{rows}"))).Code);
        Assert.Equal("list-too-long", (await Assert.ThrowsAsync<ManifestRefusedException>(() => Read($"ref,surname,remarks\n{long1000}"))).Code);
    }
}

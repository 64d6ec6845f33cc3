using System.Text.Json;
using Hub.Identifiers;
using Hub.Json;

namespace Hub.Tests.Identifiers;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("sw1a1aa", "SW1A 1AA")]
    [InlineData(" E1  6 AN ", "E1 6AN")]
    [InlineData("m1 1ae", "M1 1AE")]
    [InlineData("B33 8TH", "B33 8TH")]
    [InlineData("CR2 6XH", "CR2 6XH")]
    [InlineData("DN55 1PT", "DN55 1PT")]
    [InlineData("W1A 1HQ", "W1A 1HQ")]
    [InlineData("EC1A1BB", "EC1A 1BB")]
    [InlineData("N1C 4AG", "N1C 4AG")]
    [InlineData("E1W 2RG", "E1W 2RG")]
    [InlineData("SE1P 5AA", "SE1P 5AA")]
    [InlineData("gir0aa", "GIR 0AA")]
    public void A_postcode_is_read_into_upper_case_with_one_space(string written, string canonical)
    {
        Assert.True(Postcode.TryParse(written, out var postcode, out var problem), problem);
        Assert.Equal(canonical, postcode.ToString());
    }

    [Theory]
    [InlineData("CRO 2AB", "CR0 2AB")]
    [InlineData("SE1O 5EW", "SE10 5EW")]
    [InlineData("E1O 5EW", "E10 5EW")]
    [InlineData("S015 2AB", "SO15 2AB")]
    [InlineData("0X1 2AB", "OX1 2AB")]
    [InlineData("E8 OAB", "E8 0AB")]
    [InlineData("GIR OAA", "GIR 0AA")]
    public void A_zero_for_an_o_is_put_right_where_only_one_reading_is_a_postcode(string written, string canonical)
    {
        Assert.True(Postcode.TryParse(written, out var postcode, out _));
        Assert.Equal(canonical, postcode.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SW1A")]
    [InlineData("SW1A 1A")]
    [InlineData("SW1A 1AC")]
    [InlineData("SW1A 1A0")]
    [InlineData("QQ1 1AA")]
    [InlineData("ZZ1 1AA")]
    [InlineData("ABC 1AA")]
    [InlineData("E01 6AN")]
    [InlineData("SW1AA 1AA")]
    [InlineData("NFA")]
    [InlineData("１E1 6AN")]
    public void Anything_else_is_refused(string? written)
    {
        Assert.False(Postcode.TryParse(written, out _, out var problem));
        Assert.StartsWith("A postcode is written such as", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SW1A 1AA", "SW", "SW1", "SW1A", "SW1A 1")]
    [InlineData("E17 9NJ", "E", "E17", "E17", "E17 9")]
    [InlineData("GIR 0AA", "GIR", "GIR", "GIR", "GIR 0")]
    public void Its_parts_are_named(string written, string area, string district, string outward, string sector)
    {
        var postcode = Postcode.Parse(written);
        Assert.Equal((area, district, outward, sector), (postcode.Area, postcode.District, postcode.Outward, postcode.Sector));
    }

    [Fact]
    public void The_canonical_form_reads_back_as_itself()
    {
        var random = new Random(11);
        string[] outwards = ["E1", "E17", "W1K", "SW1", "SW19", "EC2V", "UB8", "N22"];
        const string letters = "ABDEFGHJLNPQRSTUWXYZ";
        for (var i = 0; i < 3_000; i++)
        {
            var text = $"{outwards[random.Next(outwards.Length)]} {random.Next(10)}{letters[random.Next(20)]}{letters[random.Next(20)]}";
            var postcode = Postcode.Parse(text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
            Assert.Equal(text, postcode.ToString());
            Assert.Equal(postcode, JsonSerializer.Deserialize<Postcode>(JsonSerializer.Serialize(postcode, HubJson.Options), HubJson.Options));
        }
    }

    [Fact]
    public void Whatever_is_written_is_answered_and_what_is_accepted_stays_accepted()
    {
        var random = new Random(12);
        const string alphabet = "ABEOSW019 I-\u0660";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (Postcode.TryParse(text, out var postcode, out _))
            {
                Assert.Equal(postcode, Postcode.Parse(postcode.ToString()));
            }
        }
    }
}

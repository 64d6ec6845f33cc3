using System.Text.Json;
using Hub.Identifiers;
using Hub.Json;

namespace Hub.Tests.Identifiers;

public sealed class CroNumberTests
{
    [Theory]
    [InlineData("085227/65L", "085227/65L", false)]
    [InlineData("85227/65l", "085227/65L", false)]
    [InlineData(" 85227 / 65 L", "085227/65L", false)]
    [InlineData("SF05/482703J", "SF05/482703J", true)]
    [InlineData("sf05/482703j", "SF05/482703J", true)]
    public void Both_forms_are_read_into_their_canonical_form(string written, string canonical, bool smallFile)
    {
        Assert.True(CroNumber.TryParse(written, out var number, out var problem), problem);
        Assert.Equal((canonical, smallFile), (number.ToString(), number.IsSmallFile));
    }

    [Theory]
    [InlineData("85227/65G")]
    [InlineData("SF05/482703K")]
    public void A_cro_number_with_a_wrong_check_letter_is_refused_with_the_reason(string written)
    {
        Assert.False(CroNumber.TryParse(written, out _, out var problem));
        Assert.Equal("The check letter of the CRO number does not fit its year and serial.", problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0852277/65L")]
    [InlineData("085227/1965L")]
    [InlineData("SF1905/482703J")]
    [InlineData("085227-65L")]
    [InlineData("not known")]
    public void Anything_else_is_refused_by_its_form(string? written)
    {
        Assert.False(CroNumber.TryParse(written, out _, out var problem));
        Assert.StartsWith("A CRO number is written", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_canonical_form_reads_back_as_itself_and_a_wrong_digit_is_noticed()
    {
        var random = new Random(65);
        for (var i = 0; i < 3_000; i++)
        {
            var (year, serial) = (random.Next(100), random.Next(1_000_000));
            var check = "ZABCDEFGHJKLMNPQRTUVWXY"[((year * 1_000_000) + serial) % 23];
            var number = CroNumber.Parse($"{serial}/{year:D2}{check}");
            Assert.Equal(number, CroNumber.Parse(number.ToString()));
            Assert.Equal(number, JsonSerializer.Deserialize<CroNumber>(JsonSerializer.Serialize(number, HubJson.Options), HubJson.Options));

            var wrong = serial + (int)Math.Pow(10, random.Next(6));
            Assert.False(CroNumber.TryParse($"{wrong}/{year:D2}{check}", out _, out _));
        }
    }
}

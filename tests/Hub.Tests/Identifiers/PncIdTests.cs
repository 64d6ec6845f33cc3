using System.Text.Json;
using Hub.Identifiers;
using Hub.Json;

namespace Hub.Tests.Identifiers;

public sealed class PncIdTests
{
    private const int Now = 2026;

    [Theory]
    [InlineData("2003/0011985X", "2003/0011985X")]
    [InlineData("20030011985X", "2003/0011985X")]
    [InlineData("2003/11985X", "2003/0011985X")]
    [InlineData("03/11985x", "2003/0011985X")]
    [InlineData("0311985X", "2003/0011985X")]
    [InlineData(" 2003 / 0011985 x ", "2003/0011985X")]
    [InlineData("1979/0163001B", "1979/0163001B")]
    [InlineData("79/163001B", "1979/0163001B")]
    public void Every_written_form_gives_the_canonical_form(string written, string canonical)
    {
        Assert.True(PncId.TryParse(written, Now, out var id, out _));
        Assert.Equal(canonical, id.ToString());
    }

    [Fact]
    public void A_pnc_id_with_a_wrong_check_letter_is_refused_with_the_reason()
    {
        Assert.False(PncId.TryParse("2003/0011985Y", Now, out _, out var problem));
        Assert.Equal("The check letter of the PNC ID does not fit its year and serial.", problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("2003/0011985")]
    [InlineData("2003/00119855X")]
    [InlineData("203/0011985X")]
    [InlineData("2003/X")]
    [InlineData("2003-0011985X")]
    [InlineData("2003/001198５X")]
    [InlineData("2003011985X")]
    [InlineData("2003/0011985X\n2003/0011985X")]
    public void Anything_else_is_refused_by_its_form(string? written)
    {
        Assert.False(PncId.TryParse(written, Now, out _, out var problem));
        Assert.StartsWith("A PNC ID is written YYYY/NNNNNNNC", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(26, 2026, 2026)]
    [InlineData(27, 2026, 1927)]
    [InlineData(27, 2027, 2027)]
    [InlineData(99, 2026, 1999)]
    [InlineData(0, 2026, 2000)]
    public void A_year_of_two_digits_is_the_latest_not_after_the_reference_year(int digits, int reference, int year)
    {
        Assert.True(PncId.TryParse(Valid(digits, 1234567), reference, out var id, out _));
        Assert.Equal(year, id.Year);
    }

    [Fact]
    public void Without_a_reference_year_the_year_must_have_four_digits()
    {
        Assert.False(PncId.TryParse("03/11985X", out _, out var problem));
        Assert.Equal("The year of the PNC ID must have four digits here.", problem);
        Assert.True(PncId.TryParse("2003/11985X", out _, out _));
    }

    [Fact]
    public void A_year_out_of_all_reason_is_refused()
    {
        Assert.False(PncId.TryParse("0003/0011985X", Now, out _, out var problem));
        Assert.Equal("The year of the PNC ID is not between 1900 and 2099.", problem);
    }

    [Fact]
    public void The_canonical_form_reads_back_as_itself()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var id = Any(random);
            Assert.Equal(id, PncId.Parse(id.ToString()));
            Assert.Equal(id, JsonSerializer.Deserialize<PncId>(JsonSerializer.Serialize(id, HubJson.Options), HubJson.Options));
            Assert.True(PncId.TryParse($"{id.Year}{id.Serial:D7}{id.Check}".ToLowerInvariant(), Now, out var bare, out _));
            Assert.Equal(id, bare);
        }
    }

    [Fact]
    public void Every_single_wrong_digit_of_year_or_serial_is_noticed()
    {
        // A digit off by d at place 10^k changes the number by d * 10^k, never a multiple of the prime 23. Only the
        // century escapes: the check letter is made from two digits of the year.
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var text = Any(random).ToString();
            foreach (var place in new[] { 2, 3, 5, 6, 7, 8, 9, 10, 11 })
            {
                var wrong = text.ToCharArray();
                wrong[place] = (char)('0' + ((wrong[place] - '0' + random.Next(1, 10)) % 10));
                Assert.False(PncId.TryParse(new string(wrong), Now, out _, out _));
            }
        }
    }

    [Fact]
    public void Every_swap_of_neighbouring_digits_is_noticed()
    {
        // A swap changes the number by 9 * d * 10^k, never a multiple of 23 either.
        var random = new Random(8);
        for (var i = 0; i < 2_000; i++)
        {
            var text = Any(random).ToString();
            foreach (var place in new[] { 2, 5, 6, 7, 8, 9, 10 })
            {
                var wrong = text.ToCharArray();
                (wrong[place], wrong[place + 1]) = (wrong[place + 1], wrong[place]);
                Assert.Equal(wrong[place] == wrong[place + 1], PncId.TryParse(new string(wrong), Now, out _, out _));
            }
        }
    }

    [Fact]
    public void Json_that_is_no_pnc_id_is_refused_without_quoting_it()
    {
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PncId>("\"2003/0011985Y\"", HubJson.Options));
        Assert.DoesNotContain("11985", refused.Message, StringComparison.Ordinal);
    }

    private static PncId Any(Random random) => PncId.Parse(Valid(random.Next(1950, Now + 1), random.Next(10_000_000)));

    private static string Valid(int year, int serial)
    {
        var number = (year % 100 * 10_000_000L) + serial;
        return $"{(year < 100 ? $"{year:D2}" : $"{year}")}/{serial:D7}{"ZABCDEFGHJKLMNPQRTUVWXY"[(int)(number % 23)]}";
    }
}

using System.Text;
using Hub.Border.Edifact;
using Hub.Border.Manifests;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Edifact;

public sealed class SegmentReaderTests
{
    private static async Task<List<string>> ReadAsync(string text, int chunk = int.MaxValue)
    {
        await using var stream = new ChunkedStream(Encoding.Latin1.GetBytes(text), chunk);
        var reader = new SegmentReader(stream);
        List<string> segments = [];
        while (await reader.ReadAsync(CancellationToken.None))
        {
            segments.Add($"{SegmentTag.Text(reader.Tag)}={reader.Text(1)}|{reader.Text(1, 1)}|{reader.Text(2)}");
        }

        return segments;
    }

    private static async Task<string> RefusedAsync(string text) => (await Assert.ThrowsAsync<ManifestRefusedException>(() => ReadAsync(text))).Code;

    [Theory]
    [InlineData("UNB+a:b+c'XYZ+d'UNZ'")]
    [InlineData("UNA:+.? 'UNB+a:b+c'XYZ+d'UNZ'")]
    [InlineData(" \r\n UNA:+.?*'\r\n UNB+a:b+c'\r\n\r\nXYZ+d' UNZ'\r\n")]
    [InlineData("\u00EF\u00BB\u00BFUNA:+,? '\nUNB+a:b+c*c'\nXYZ+d'\nUNZ'")]
    [InlineData("UNA*|.\\ ~UNB|a*b|c~XYZ|d~UNZ~")]
    [InlineData("UNB +a:b+c'XYZ +d'UNZ'")]
    [InlineData("UNB+a:b+c''XYZ+d'UNZ'")]
    [InlineData("UNB+a:b+c'XYZ+d'UNZ")]
    [InlineData("UNB+a:b+c'XYZ+d'UNZ'13Nov09")]
    public async Task Segments_read_whatever_stands_around_them(string text)
    {
        var expected = text.Contains("c*c", StringComparison.Ordinal) ? "c*c" : "c";

        Assert.Equal([$"UNB=a|b|{expected}", "XYZ=d||", "UNZ=||"], await ReadAsync(text));
        Assert.Equal([$"UNB=a|b|{expected}", "XYZ=d||", "UNZ=||"], await ReadAsync(text, 1));
    }

    [Fact]
    public async Task A_release_character_takes_the_meaning_from_the_next_one() =>
        Assert.Equal(["UNB=a?+':||b"], await ReadAsync("UNB+a???+?'?:+b'"));

    [Fact]
    public async Task Of_a_repeated_element_the_first_counts() =>
        Assert.Equal(["UNB=a|x|c"], await ReadAsync("UNA:+.?*'UNB+a:x*b:y*d+c'"));

    [Fact]
    public async Task Each_interchange_has_its_own_separators() =>
        Assert.Equal(
            ["UNB=a|b|", "UNZ=||", "UNB=a|b|", "UNZ=||", "UNB=a:b||", "UNZ=||"],
            await ReadAsync("UNA:+.? 'UNB+a:b'UNZ'UNA*|.? $UNB|a*b$UNZ$\nUNA*|.? $UNB|a:b$UNZ$"));

    [Theory]
    [InlineData("UNA++.? 'UNB+a'")]
    [InlineData("UNA:+.+ 'UNB+a'")]
    [InlineData("UNAA+.? 'UNB+a'")]
    [InlineData("UNA:0.? 'UNB+a'")]
    [InlineData("UNA:+.? \nUNB+a\n")]
    [InlineData("UNA: .? 'UNB a'")]
    [InlineData("UNA:\u00D7.? 'UNB\u00D7a'")]
    public async Task Separators_that_cannot_be_told_apart_or_from_data_are_refused(string text) =>
        Assert.Equal("separators-unusable", await RefusedAsync(text));

    [Theory]
    [InlineData("", "not-an-interchange")]
    [InlineData("   ", "not-an-interchange")]
    [InlineData("surname,given\nMoss,Ada\n", "not-an-interchange")]
    [InlineData("UIB+UNOA:4'", "not-an-interchange")]
    [InlineData("UNA:+", "not-an-interchange")]
    [InlineData("UNB*a*b$", "separators-missing")]
    [InlineData("UNB+a'XYZ+b", "truncated")]
    [InlineData("UNB+a?'", "truncated")]
    [InlineData("UNB+a'UNZ'and then a text of some length, longer than any stamp that a gateway would put", "text-after-interchange")]
    public async Task What_is_no_interchange_or_breaks_off_is_refused(string text, string code) => Assert.Equal(code, await RefusedAsync(text));

    [Fact]
    public async Task A_segment_without_end_or_of_too_many_parts_is_refused()
    {
        Assert.Equal("segment-too-long", await RefusedAsync("UNB+a'FTX+" + new string('x', 200_000)));
        Assert.Equal("segment-too-long", await RefusedAsync("UNB+a'FTX+" + new string('x', EdifactLimits.SegmentLength) + "'"));
        Assert.Equal("segment-too-long", await RefusedAsync("UNB+a'FTX" + new string('+', EdifactLimits.SegmentComponents) + "'"));
        Assert.Equal("segment-too-long", await RefusedAsync("UNA:+.?*'UNB+a'FTX+" + new string('*', EdifactLimits.SegmentComponents) + "'"));
        Assert.Equal(2, (await ReadAsync("UNB+a'FTX+" + new string('x', EdifactLimits.SegmentLength - 4) + "'")).Count);
    }

    [Fact]
    public async Task A_place_is_the_number_the_tag_and_the_first_byte_of_a_segment()
    {
        await using var stream = new ChunkedStream(Encoding.ASCII.GetBytes("UNA:+.? '\r\nUNB+a'\r\n XYZ+d'"), 3);
        var reader = new SegmentReader(stream);
        await reader.ReadAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);

        Assert.Equal(new ManifestPlace(null, 2, "XYZ", 20), reader.Place);
    }
}

using System.Text;
using Hub.Border.Manifests;
using static Hub.Tests.Border.Manifests.Csv.Reading;

namespace Hub.Tests.Border.Manifests.Csv;

public sealed class CsvFileTests
{
    private const string Header = "surname,given,flight,from,to,departs";

    private static async Task<string[]> Surnames(byte[] bytes) =>
        [.. (await Manifest(bytes)).OfType<ManifestItem.Listed>().Select(listed => listed.Traveller.Person.Name.Surname)];

    [Fact]
    public async Task Quoted_fields_may_hold_separators_quotes_and_line_breaks_and_lines_are_counted_through_them()
    {
        var items = await Manifest($"{Header},remarks\n\"O\"\"Neill, Jr\",Ada,{Flight},\"one\ntwo\"\r\n\r\n,,,,,,\nVale,Bo,{Flight},x\n");

        var travellers = items.OfType<ManifestItem.Listed>().Select(listed => listed.Traveller).ToArray();
        Assert.Equal(["O\"Neill, Jr", "Vale"], travellers.Select(t => t.Person.Name.Surname));
        Assert.Equal([2, 6], travellers.Select(t => (int)t.At.Line!));
    }

    [Fact]
    public async Task Utf_8_is_read_with_and_without_its_mark_and_windows_1252_where_it_is_not_utf_8()
    {
        var text = $"{Header}\nMüller-Škoda,Zoë,{Flight}\nVale,Bo,{Flight}\n";
        byte[] windows = [.. Encoding.Latin1.GetBytes($"{Header}\nM\u00FCller-\u008Akoda,Zo\u00EB,{Flight}\nVale,Bo,{Flight}\n")];

        Assert.Equal(["Müller-Škoda", "Vale"], await Surnames(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(["Müller-Škoda", "Vale"], await Surnames([.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(["Müller-Škoda", "Vale"], await Surnames(windows));
    }

    [Fact]
    public async Task A_row_that_is_not_of_the_files_encoding_is_set_aside()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Header}\nMüller,Zoë,{Flight}\n"), .. Encoding.Latin1.GetBytes($"Mo\u00DF,Ada,{Flight}\n")];

        var setAside = Assert.Single((await Manifest(bytes)).OfType<ManifestItem.SetAside>());

        Assert.Equal((3, "row-malformed"), ((int)setAside.At.Line!, setAside.Code));
    }

    [Fact]
    public async Task Fields_beyond_the_header_are_passed_over_where_they_are_empty() =>
        Assert.Equal(["Moss"], await Surnames(Encoding.UTF8.GetBytes($"{Header}\nMoss,Ada,{Flight},,\n")));

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("\uFEFF", "empty-file")]
    [InlineData("\n\r\n \n", "empty-file")]
    [InlineData("surname,flight,from,to,departs\n", "no-rows")]
    [InlineData("surname,flight,from,to,departs\n,,,,\n\n", "no-rows")]
    [InlineData("PK\u0003\u0004\u0014\0\u0006", "not-csv")]
    [InlineData("%PDF-1.7\n", "not-csv")]
    [InlineData("UNA:+.? 'UNB+UNOA:4", "not-csv")]
    [InlineData("  <html><body>", "not-csv")]
    [InlineData("{\"surname\": \"Moss\"}", "not-csv")]
    [InlineData("\0\u0001\u0002", "not-csv")]
    [InlineData("Moss,Ada,BA9\nVale,Bo,BA9\n", "header-missing")]
    [InlineData("\"surname\"x,given\nMoss,Ada", "header-missing")]
    public async Task What_is_no_manifest_in_csv_is_refused_with_a_reason(string text, string code)
    {
        var refused = await Refused(text);

        Assert.Equal(code, refused.Code);
        Assert.DoesNotContain("Moss", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utf_16_is_refused_with_advice()
    {
        var refused = await Assert.ThrowsAsync<ManifestRefusedException>(() => Manifest([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header)]));

        Assert.Equal("not-csv", refused.Code);
        Assert.Contains("CSV UTF-8", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_columns_that_say_the_same_are_refused_by_name()
    {
        var refused = await Refused("Surname,DOB,Date of Birth\n");

        Assert.Equal((1, "columns-repeated"), ((int)refused.At!.Line!, refused.Code));
        Assert.Contains("DOB and Date of Birth", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_never_closed_refuses_the_file_at_the_row_it_is_in()
    {
        var refused = await Refused($"{Header}\nMoss,Ada,{Flight}\n\"Vale,Bo,{Flight}\nReed,Cy,{Flight}\n");

        Assert.Equal((3, "quote-not-closed"), ((int)refused.At!.Line!, refused.Code));
    }

    [Theory]
    [InlineData("", "line-too-long")]
    [InlineData("\"", "line-too-long")]
    [InlineData("\"\n", "quote-not-closed")]
    public async Task A_line_or_a_quoted_field_without_end_is_refused_without_being_read_to_its_end(string beginning, string code)
    {
        using var endless = new EndlessStream($"{Header}\n{beginning}", (byte)'x');

        var refused = await Assert.ThrowsAsync<ManifestRefusedException>(() => Items(new Hub.Border.Manifests.Csv.CsvManifestReader(), endless));

        Assert.Equal((2, code), ((int)refused.At!.Line!, refused.Code));
        Assert.InRange(endless.Given, 64 * 1024, 1024 * 1024);
    }

    [Fact]
    public async Task A_stream_that_gives_a_byte_at_a_time_and_cannot_seek_gives_the_same()
    {
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes($"\uFEFF{Header}\nMüller,Zoë,{Flight}\n\"Va\nle\",Bo,{Flight}"));

        var items = await Items(new Hub.Border.Manifests.Csv.CsvManifestReader(), stream);

        Assert.Equal([typeof(ManifestItem.Begun), typeof(ManifestItem.Listed), typeof(ManifestItem.SetAside)], items.Select(item => item.GetType()));
    }

    [Fact]
    public async Task Cancelling_stops_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Header));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in new Hub.Border.Manifests.Csv.CsvManifestReader().ReadAsync(stream, Context, cancelled.Token))
            {
                Assert.Fail($"Nothing is to be read, but {item.GetType()} was.");
            }
        });
    }
}

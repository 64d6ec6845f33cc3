using System.Text;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using Hub.Border.Paxlst;
using Hub.Places;
using Hub.Testing.Border;
using Hub.Testing.Manifests;
using Hub.Tests.Border.Manifests.Csv;

namespace Hub.Tests.Border.Manifests;

public sealed class ManifestReaderTests
{
    [Theory]
    [InlineData("UNA:+.? 'UNB+UNOA:4+X", true)]
    [InlineData("UNB+UNOA:4+X", true)]
    [InlineData("\uFEFF\r\n UNB*UNOA", true)]
    [InlineData("UNH+1+PAXLST:D:02B:UN:IATA'", true)]
    [InlineData("surname,given\nUNB+x,", false)]
    [InlineData("Unbound,given", false)]
    [InlineData("UNABLE,given", false)]
    [InlineData("UNB", false)]
    [InlineData("", false)]
    public async Task The_format_is_told_by_how_the_file_begins_and_all_of_it_is_read(string text, bool edifact)
    {
        var (paxlst, csv) = (new Recorder(), new Recorder());
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes(text));

        await Reading.Items(new ManifestReader(paxlst, csv), stream);

        Assert.Equal(edifact ? (text, null) : (null, text), (paxlst.Read, csv.Read));
    }

    [Fact]
    public async Task A_file_of_lines_is_read_as_such()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"surname,flight,from,to,departs\nMoss,{Reading.Flight}\n"));

        var items = await Reading.Items(new ManifestReader(new Recorder(), new CsvManifestReader()), stream);

        Assert.Single(items.OfType<ManifestItem.Listed>());
        Assert.True(stream.CanRead, "The stream stays the caller's.");
    }

    [Theory]
    [InlineData("BA9", "LHR", "BKK", null)]
    [InlineData("BA 0009", "EGLL", null, null)]
    [InlineData("BA10", "LHR", "BKK", "flight")]
    [InlineData("nonsense", null, null, "flight")]
    [InlineData(null, "MAN", null, "departure airport")]
    [InlineData("BA9", "LHR", "SYD", "arrival airport")]
    public async Task A_message_about_another_flight_than_stated_beside_it_is_refused(string? flight, string? from, string? to, string? wrong)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(PaxlstText.Write(Flown.Out(Flown.Stranger()))));
        var context = new ManifestContext(SmallWorld.Now, AirportDirectory.Default, CountryDirectory.Default) { Stated = new StatedFlight(flight, from, to, null, null) };
        var read = new ManifestReader(new PaxlstReader(), new CsvManifestReader()).ReadAsync(stream, context, CancellationToken.None).ToListAsync();

        if (wrong is null)
        {
            Assert.Single((await read).OfType<ManifestItem.Listed>());
            return;
        }

        var refused = await Assert.ThrowsAsync<ManifestRefusedException>(async () => await read);
        Assert.Equal(("flight-not-as-stated", "UNH"), (refused.Code, refused.At?.Tag));
        Assert.Contains(wrong, refused.Reason, StringComparison.Ordinal);
    }

    private sealed class Recorder : IManifestReader
    {
        internal string? Read { get; private set; }

        public async IAsyncEnumerable<ManifestItem> ReadAsync(
            Stream content, ManifestContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            using var all = new MemoryStream();
            await content.CopyToAsync(all, cancellationToken);
            Read = Encoding.UTF8.GetString(all.ToArray());
            yield break;
        }
    }
}

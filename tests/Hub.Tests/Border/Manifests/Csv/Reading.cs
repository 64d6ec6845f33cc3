using System.Text;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using Hub.Places;

namespace Hub.Tests.Border.Manifests.Csv;

internal static class Reading
{
    internal const string Flight = "BA9,LHR,BKK,2026-12-01T21:30";

    internal static readonly ManifestContext Context =
        new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), AirportDirectory.Default, CountryDirectory.Default);

    internal static ManifestContext Stated(string? flight, string? from, string? to, string? departs, string? arrives = null) =>
        Context with { Stated = new StatedFlight(flight, from, to, departs, arrives) };

    internal static Task<List<ManifestItem>> Manifest(string text, ManifestContext? context = null) => Manifest(Encoding.UTF8.GetBytes(text), context);

    internal static Task<List<ManifestItem>> Manifest(byte[] bytes, ManifestContext? context = null) => Items(new CsvManifestReader(), new MemoryStream(bytes), context);

    internal static async Task<List<ManifestItem>> Items(IManifestReader reader, Stream stream, ManifestContext? context = null)
    {
        var items = new List<ManifestItem>();
        await foreach (var item in reader.ReadAsync(stream, context ?? Context, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The one person of a file of one row on a flight stated beside it.</summary>
    internal static async Task<Traveller> One(string header, string row) =>
        Assert.Single((await Rows(header, row)).OfType<ManifestItem.Listed>()).Traveller;

    internal static async Task<ManifestItem.SetAside> SetAside(string header, string row) =>
        Assert.Single((await Rows(header, row)).OfType<ManifestItem.SetAside>());

    internal static Task<ManifestRefusedException> Refused(string text, ManifestContext? context = null) =>
        Assert.ThrowsAsync<ManifestRefusedException>(() => Manifest(text, context));

    private static Task<List<ManifestItem>> Rows(string header, string row) =>
        Manifest($"{header}\n{row}\n", Stated("BA9", "LHR", "BKK", "2026-12-01T21:30"));
}

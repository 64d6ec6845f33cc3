using System.Text;
using Hub.Border.Manifests;
using Hub.Border.Paxlst;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Paxlst;

/// <summary>Messages for these tests, and what the reader makes of them.</summary>
internal static class PaxlstMessages
{
    public const string ToBangkok = "TDT+20+BA0009+++BA'LOC+125+LHR'DTM+189:2611230900:201'LOC+87+BKK'DTM+232:2611240600:201'";

    public const string Ada = "NAD+FL+++MOSS:ADA:GRACE'ATT+2++F'DTM+329:800519'";

    /// <summary>An interchange of one message, its totals right.</summary>
    public static string Interchange(string people, string flight = ToBangkok, string bgm = "BGM+745'", string? totals = null, string transfer = "")
    {
        var body = bgm + "NAD+MS+++DESK:JANE'" + flight + people;
        var persons = people.Split('\'').Count(segment => segment.StartsWith("NAD+", StringComparison.Ordinal));
        body += totals ?? $"CNT+42:{persons}'";
        return $"UNB+UNOA:4+AIR+HUB+261122:0800+7'UNH+1+PAXLST:D:02B:UN:IATA{transfer}'{body}UNT+{body.Count(c => c == '\'') + 2}+1'UNZ+1+7'";
    }

    public static Task<List<ManifestItem>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<List<ManifestItem>> ReadAsync(byte[] file, int chunk = int.MaxValue)
    {
        await using var stream = new ChunkedStream(file, chunk);
        List<ManifestItem> items = [];
        await foreach (var item in new PaxlstReader().ReadAsync(stream, SmallWorld.Context, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    public static async Task<Traveller> OnlyAsync(string text) => Assert.Single((await ReadAsync(text)).OfType<ManifestItem.Listed>()).Traveller;

    public static async Task<ManifestList> ListAsync(string text) => (await ReadAsync(text)).OfType<ManifestItem.Begun>().First().List;

    public static async Task<string> RefusedAsync(string text) =>
        (await Assert.ThrowsAsync<ManifestRefusedException>(() => ReadAsync(text))).Code;
}

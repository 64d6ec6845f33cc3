using System.Globalization;

namespace Hub.Accuracy.Output;

/// <summary>Figures as text, the same on every machine.</summary>
internal static class Show
{
    public static string Share(double? share) => share is { } s ? s.ToString("0.0000", CultureInfo.InvariantCulture) : "–";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Bits(double? bits) => bits is { } b ? b.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    public static string Seconds(double seconds) => seconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    public static string Percent(long part, long whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("0.000 %", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => (bytes / 1_000_000).ToString("N0", CultureInfo.InvariantCulture) + " MB";
}

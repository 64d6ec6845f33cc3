using System.Globalization;
using Hub.Border.Edifact;
using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>The UNH of a passenger list.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="IsPart">
/// Whether it is one of several messages that make a list together: its status of transfer (S010) says neither that it
/// is the only one, nor nothing. Its control total is then that of all of them.
/// </param>
internal sealed record MessageHeader(ManifestPlace At, bool IsPart)
{
    private const string MessageType = "PAXLST";
    private const int FirstYear = 2;
    private const int LastYear = 29;
    private const int TransferElement = 4;

    public static MessageHeader Read(SegmentReader segments)
    {
        var at = segments.Place;
        var (type, version, release) = (segments.Text(2), segments.Text(2, 1), segments.Text(2, 2));
        if (!type.Equals(MessageType, StringComparison.OrdinalIgnoreCase))
        {
            throw new ManifestRefusedException(at, "message-type-unsupported", $"The message is {ShownType(type)}, and only {MessageType} is read.");
        }

        if (!IsSupported(version, release))
        {
            throw new ManifestRefusedException(
                at, "version-unsupported", $"The message is {ShownDirectory(version, release)}, and only D.02A to D.29B are read.");
        }

        return new MessageHeader(at, IsPartOfTransfer(segments));
    }

    private static bool IsSupported(string version, string release) =>
        version.Equals("D", StringComparison.OrdinalIgnoreCase)
        && release.Length == 3 && release[2] is 'A' or 'B' or 'a' or 'b'
        && int.TryParse(release.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear;

    private static bool IsPartOfTransfer(SegmentReader segments)
    {
        var (sequence, indicator) = (segments.Text(TransferElement), segments.Text(TransferElement, 1));
        var isOnly = indicator.Equals("F", StringComparison.OrdinalIgnoreCase) && segments.Code(TransferElement) <= 1;
        return (sequence.Length > 0 || indicator.Length > 0) && !isOnly;
    }

    /// <summary>The types that senders of API also exchange. Any other may be a slip that holds a name, and is not repeated.</summary>
    private static string ShownType(string type) => type is "CUSRES" or "CONTRL" or "APERAK" or "PNRGOV" or "CUSCAR" ? type : "of another type";

    private static string ShownDirectory(string version, string release) =>
        version.Length == 1 && release is [>= '0' and <= '9', >= '0' and <= '9', _] ? $"of directory {version}.{release}" : "of another directory";
}

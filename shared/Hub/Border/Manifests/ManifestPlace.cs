using System.Globalization;

namespace Hub.Border.Manifests;

/// <summary>Where in a manifest something stands, for whoever opens the file to look.</summary>
/// <param name="Line">The line, from 1, in a file of lines; null in UN/EDIFACT.</param>
/// <param name="Segment">The segment, from 1 (UNA not counted), in UN/EDIFACT; null in a file of lines.</param>
/// <param name="Tag">The segment's tag, such as <c>NAD</c>; null in a file of lines, or where it cannot be read.</param>
/// <param name="Byte">Offset of the segment's first byte, from 0; null in a file of lines.</param>
public sealed record ManifestPlace(long? Line, long? Segment = null, string? Tag = null, long? Byte = null)
{
    /// <summary>Such as <c>line 17</c> or <c>segment 243 (NAD), byte 10233</c>.</summary>
    public override string ToString() => Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"line {line}")
        : string.Create(CultureInfo.InvariantCulture, $"segment {Segment}{(Tag is null ? "" : $" ({Tag})")}, byte {Byte}");
}

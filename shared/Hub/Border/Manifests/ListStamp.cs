using Hub.Cases;

namespace Hub.Border.Manifests;

/// <summary>Which list said something. Of two that speak of one traveller the later stands, whichever was screened first.</summary>
/// <param name="ReceivedAt">When its manifest was taken in. UTC.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Place">Its place among the lists of the manifest, from 0.</param>
public sealed record ListStamp(DateTimeOffset ReceivedAt, CaseId Manifest, int Place)
{
    public bool IsAfter(ListStamp other) =>
        (ReceivedAt, Manifest.Value, Place).CompareTo((other.ReceivedAt, other.Manifest.Value, other.Place)) > 0;
}

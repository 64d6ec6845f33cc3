namespace Hub.Border.Manifests.Screening;

/// <summary>How far a screening has come. The reading side and the comparing side each write their own.</summary>
internal sealed class ScreeningCounts
{
    public long Compared { get; set; }

    public long NotMonitored { get; set; }

    public long Done => Compared + NotMonitored;
}

using Hub.Archive;

namespace Hub.Border.Manifests;

/// <summary>
/// Where manifests lie as received, apart from everything else the hub keeps: they name thousands who are not hits,
/// and go after <see cref="Retention"/>.
/// </summary>
public sealed record ManifestFiles(IArchive Archive)
{
    /// <summary>How long a file is kept after receipt, for the border liaison's questions about what was screened.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);
}

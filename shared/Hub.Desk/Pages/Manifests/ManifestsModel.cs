using System.Collections.Immutable;
using Hub.Border.Manifests;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.Manifests;

/// <summary>Where manifests are uploaded, with the recent ones.</summary>
public sealed record ManifestsModel
{
    /// <summary>False for those who only read.</summary>
    public required bool MayUpload { get; init; }

    /// <summary>The form of a manifest: the flight as entered, and what is wrong.</summary>
    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>The form of a list of matches.</summary>
    public FormState Matches { get; init; } = FormState.Empty;

    /// <summary>What to do about what is wrong.</summary>
    public string? Advice { get; init; }

    /// <summary>Rows of the list of matches that were taken in, where others were not.</summary>
    public int MatchesTaken { get; init; }

    public ImmutableArray<RowAside> MatchesAside { get; init; } = [];

    /// <summary>The largest file, in words.</summary>
    public required string Largest { get; init; }

    public required long LargestBytes { get; init; }

    /// <summary>Monitored routes, in words.</summary>
    public required ImmutableArray<string> Routes { get; init; }

    /// <summary>How many more there are.</summary>
    public int MoreRoutes { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<RecentManifest> Recent { get; init; }

    public required bool IsFirst { get; init; }

    /// <summary>Where the list goes on; null where it does not.</summary>
    public string? Next { get; init; }
}

/// <summary>A manifest in the list.</summary>
public sealed record RecentManifest
{
    public required string Address { get; init; }

    public required string Flights { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required ManifestState State { get; init; }

    public required int Hits { get; init; }

    public required long SetAside { get; init; }
}

/// <summary>A row that could not be used.</summary>
/// <param name="At">Where in the file.</param>
/// <param name="Reason">In words.</param>
public sealed record RowAside(string At, string Reason);

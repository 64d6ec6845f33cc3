using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hub.Archive;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Cases;

namespace Hub.Border.Manifests;

/// <summary>Where a manifest stands.</summary>
public enum ManifestState
{
    /// <summary>Kept and waiting to be screened, or being screened.</summary>
    Received,

    /// <summary>Every traveller was compared with the register and every hit has its case.</summary>
    Screened,

    /// <summary>Came by the drop folder and could not be used; nothing was screened.</summary>
    Refused,

    /// <summary>Taken in, and could not be screened; what is needed to try again waits in quarantine.</summary>
    Failed,
}

/// <summary>One manifest file and what came of it: counts and places in the file, nothing of any person.</summary>
public sealed record ManifestRecord
{
    public const string Sort = "manifests";

    /// <summary>Hits and set-aside travellers shown one by one; more are counted.</summary>
    public const int MaxShown = 1_000;

    /// <summary>The file as received; gone after <see cref="ManifestFiles.Retention"/>. Null where none was kept.</summary>
    public ArchiveAddress? File { get; init; }

    /// <summary>The file's name, where it came with one.</summary>
    public string? FileName { get; init; }

    public required ManifestState State { get; init; }

    /// <summary>How often it was taken in: a manifest sent again after another replaced it is screened again.</summary>
    public int Round { get; init; } = 1;

    /// <summary>When it was taken in, last. UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required Actor By { get; init; }

    public long Bytes { get; init; }

    /// <summary>The flight as stated beside the file.</summary>
    public StatedFlight? Stated { get; init; }

    /// <summary>The lists in it.</summary>
    public ImmutableArray<ManifestListSummary> Lists { get; init; } = [];

    /// <summary>Persons listed who can be screened.</summary>
    public long Travellers { get; init; }

    /// <summary>How many of them are done: compared, or not on a monitored route.</summary>
    public long Done { get; init; }

    /// <summary>Of those done, how many were not compared, because they do not travel on a monitored route.</summary>
    public long NotMonitored { get; init; }

    /// <summary>Known persons found who are none of the border's business: see <see cref="BorderInterest"/>.</summary>
    public long NotOfInterest { get; init; }

    public long SetAside { get; init; }

    /// <summary>The first of those set aside.</summary>
    public ImmutableArray<SetAsideTraveller> SetAsideShown { get; init; } = [];

    /// <summary>Hits found in it.</summary>
    public int Hits { get; init; }

    /// <summary>Hits of an earlier list of a flight that this file took back.</summary>
    public int Withdrawn { get; init; }

    /// <summary>The first of the hits, in the order of the file.</summary>
    public ImmutableArray<ManifestHit> HitsShown { get; init; } = [];

    public DateTimeOffset? ScreenedAt { get; init; }

    /// <summary>Why it was refused, or could not be screened; null unless so.</summary>
    public ManifestRefusal? Refusal { get; init; }

    /// <summary>Some flights in it are on no monitored route.</summary>
    [JsonIgnore]
    public bool HoldsUnmonitored => Lists.Any(l => !l.Monitored);

    /// <summary>When the file goes. UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset KeptUntil => ReceivedAt + ManifestFiles.Retention;
}

/// <summary>One list of a manifest file.</summary>
/// <param name="Flight">The flight.</param>
/// <param name="Kind">Passengers or crew.</param>
/// <param name="Function">What it says of earlier lists.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Travellers">Persons listed who can be screened.</param>
/// <param name="Monitored">False where the flight is on no monitored route: nobody on it is screened.</param>
/// <param name="Superseded">A later list of the flight was screened before this one, which therefore changed nothing.</param>
public sealed record ManifestListSummary(Flight Flight, ListKind Kind, ListFunction Function, string At, long Travellers, bool Monitored, bool Superseded = false);

/// <summary>A person who could not be screened.</summary>
/// <param name="At">Where in the file.</param>
/// <param name="Code">Stable and kebab-case.</param>
/// <param name="Reason">In words.</param>
public sealed record SetAsideTraveller(string At, string Code, string Reason);

/// <summary>A hit, by where it stands in the file.</summary>
/// <param name="Report">The hit's case.</param>
/// <param name="Flight">The flight's key.</param>
/// <param name="At">Where in the file.</param>
/// <param name="Outcome"><c>match</c> or <c>possible</c>.</param>
public sealed record ManifestHit(CaseId Report, string Flight, string At, string Outcome);

/// <summary>Why a manifest cannot be used.</summary>
/// <param name="At">Where in the file; null where it is about the whole.</param>
/// <param name="Code">Stable and kebab-case.</param>
/// <param name="Reason">In words.</param>
public sealed record ManifestRefusal(string? At, string Code, string Reason);

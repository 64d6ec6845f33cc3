using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Identity;

namespace Hub.Functions.Manifests;

/// <summary>A manifest as the API shows it: counts, and places in the sender's own file.</summary>
internal static class ManifestView
{
    /// <summary>What its sender gets back. A carrier may send a manifest, and never learns who on it is known.</summary>
    public static object Receipt(CaseId id, ManifestRecord manifest) => new
    {
        id,
        manifest.State,
        manifest.FileName,
        Sha256 = manifest.File?.Sha256,
        manifest.Bytes,
        manifest.ReceivedAt,
        manifest.Round,
        manifest.Travellers,
        SetAside = new { Count = manifest.SetAside, Items = manifest.SetAsideShown },
        Lists = Lists(manifest),
        FileKeptUntil = KeptUntil(manifest),
    };

    public static object For(Caller caller, CaseId id, ManifestRecord manifest) => new
    {
        id,
        manifest.State,
        manifest.FileName,
        Sha256 = manifest.File?.Sha256,
        manifest.Bytes,
        manifest.ReceivedAt,
        By = manifest.By.Id,
        manifest.Round,
        manifest.Travellers,
        Screened = manifest.Done,
        manifest.NotMonitored,

        // Known to a register the border is not told of: how many is not for the border either.
        NotOfInterest = IsBorder(caller) ? (long?)null : manifest.NotOfInterest,
        Hits = Hits(caller, manifest),
        SetAside = new { Count = manifest.SetAside, Items = manifest.SetAsideShown },
        Lists = Lists(manifest),
        manifest.ScreenedAt,
        FileKeptUntil = KeptUntil(manifest),
        manifest.Refusal,
    };

    /// <summary>Where somebody stands who is only possibly known, the border learns once an officer has decided: nothing may rest on it before.</summary>
    private static object Hits(Caller caller, ManifestRecord manifest) => new
    {
        Count = manifest.Hits,
        manifest.Withdrawn,
        Undecided = manifest.HitsShown.Count(h => !IsIdentified(h)),
        Items = manifest.HitsShown.Where(h => !IsBorder(caller) || IsIdentified(h)),
    };

    /// <summary>Whom nothing of the undecided is shown, nor what is known for other reasons.</summary>
    public static bool IsBorder(Caller caller) => caller.Role == Role.BorderLiaison;

    public static bool IsIdentified(ManifestHit hit) => hit.Outcome == "match";

    private static IEnumerable<object> Lists(ManifestRecord manifest) => manifest.Lists.Select(l => new
    {
        Flight = l.Flight.Designator,
        Route = string.Join('-', l.Flight.Stops),
        l.Flight.Legs,
        l.Kind,
        l.Function,
        l.At,
        l.Travellers,
        l.Monitored,
        l.Superseded,
    });

    private static DateTimeOffset? KeptUntil(ManifestRecord manifest) => manifest.File is null ? null : manifest.KeptUntil;
}

using System.Globalization;
using Hub.Border.Manifests;
using Hub.Desk.Words;

namespace Hub.Desk.Pages.Manifests;

/// <summary>Where a manifest stands, in sentences.</summary>
public static class ManifestWords
{
    /// <summary>In one sentence, which is also read out when it changes.</summary>
    public static string Progress(ManifestModel manifest) => manifest.State switch
    {
        ManifestState.Received when manifest.Done > 0 => $"{Number(manifest.Done)} of {Number(manifest.Travellers)} travellers compared.{(manifest.Hits == 0 ? "" : $" {Spans.Count(manifest.Hits, "hit")} so far.")}",
        ManifestState.Received => "Taken in. Screening begins within seconds.",
        ManifestState.Screened => $"Screened: {(manifest.Hits == 0 ? "no hits" : Spans.Count(manifest.Hits, "hit"))}.",
        ManifestState.Refused => "Refused: nothing was screened.",
        _ => "This manifest could not be screened.",
    };

    /// <summary>What became of a hit.</summary>
    public static string Of(HitStanding standing) => standing switch
    {
        HitStanding.BeingLookedAt => "Just found: the notice comes within moments.",
        HitStanding.Told => "A person of interest to public protection.",
        HitStanding.ToldBefore => "Known; there is no notice of its own for the border. Another report may have told of this traveller first.",
        HitStanding.Undecided => "May be a person of interest: an officer has to decide first.",
        HitStanding.SomebodyElse => "An officer decided that this is somebody else.",
        _ => "Taken back: this does not hold any more.",
    };

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

using System.Runtime.CompilerServices;
using Hub.Messaging;
using Hub.Places;

namespace Hub.Border.Manifests.Screening;

/// <summary>Reads the travellers of a manifest that was taken in, as they were read then.</summary>
internal sealed class ManifestTravellers(ManifestReader reader, ManifestFiles files, AirportDirectory airports, CountryDirectory countries)
{
    /// <exception cref="PermanentFailureException">The file has gone.</exception>
    public async IAsyncEnumerable<Traveller> ReadAsync(ManifestRecord manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var content = await files.Archive.OpenAsync(manifest.File!.Value, cancellationToken)
            ?? throw new PermanentFailureException("manifest-expired", "The manifest's file has gone; send it again.");
        var context = new ManifestContext(manifest.ReceivedAt, airports, countries) { Stated = manifest.Stated };
        await foreach (var item in reader.ReadAsync(content, context, cancellationToken))
        {
            if (item is ManifestItem.Listed listed)
            {
                yield return listed.Traveller;
            }
        }
    }
}

using Hub.Border.Manifests;
using Hub.Border.Routes;
using Hub.Cases;
using Hub.Desk.Pages.Manifests;
using Hub.Functions.Identity;
using Hub.Functions.Manifests;
using Hub.Identity;
using Hub.Paging;
using Hub.Places;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Manifests;

/// <summary>Puts together what the page of manifests shows: counts and flights, nobody on them.</summary>
public sealed class ManifestListing(ManifestBoard board, MonitoredRoutes routes, Access access, AirportDirectory airports, CountryDirectory countries)
{
    private const int Shown = 20;
    private const int RoutesShown = 50;

    internal async Task<ManifestsModel> ModelAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var continuation = request.Query["continuation"].FirstOrDefault();
        var page = await board.ListAsync(new PageRequest(Shown, continuation), cancellationToken);
        var monitored = (await routes.ReadAsync(cancellationToken)).Routes;
        return new ManifestsModel
        {
            MayUpload = access.MayCall(caller, Operation.UploadManifest, ManifestRecord.Sort),
            Largest = $"{ManifestUploads.MaxBytes / (1024 * 1024)} MB",
            LargestBytes = ManifestUploads.MaxBytes,
            Routes = [.. monitored.Take(RoutesShown).Select(r => $"{Place(r.Between)} and {Place(r.And)}")],
            MoreRoutes = Math.Max(0, monitored.Length - RoutesShown),
            Recent = [.. page.Items.Select(Row)],
            IsFirst = continuation is null,
            Next = page.Continuation,
        };
    }

    private RecentManifest Row(CaseFile file)
    {
        var manifest = Records.StateOf<ManifestRecord>(file);
        return new RecentManifest
        {
            Address = $"/desk/manifests/{file.Id}",
            Flights = ManifestTitle.Of(manifest, airports),
            At = manifest.ReceivedAt,
            By = ManifestTitle.Sender(manifest),
            State = manifest.State,
            Hits = manifest.Hits,
            SetAside = manifest.SetAside,
        };
    }

    /// <summary>An airport has three letters, a country two.</summary>
    private string Place(string code) =>
        code.Length == 2 ? countries.TryFind(code, out var country) ? country.Name : code
        : airports.TryFind(code, out var airport) ? airport.Name : code;
}

using System.Collections.Immutable;

namespace Hub.Border.Manifests.Screening;

/// <summary>
/// Gives each hit the reference of its case: flight and nominal, so that any list of the flight, whenever it comes,
/// finds the same case. Of several travellers who may all be one nominal the likeliest has the plain reference.
/// </summary>
internal static class HitReferences
{
    /// <param name="isOfInterest">Whether a nominal on the flight of a hit is the border's business.</param>
    /// <returns>The hits that are the border's business, in the order of the file.</returns>
    public static ImmutableArray<ReferencedHit> Of(IReadOnlyList<FoundHit> found, Func<FoundHit, string, bool> isOfInterest)
    {
        var about = found.Select(hit => (Hit: hit, About: About(hit, isOfInterest))).ToList();
        var references = about
            .Select((hit, order) => (hit.Hit, hit.About, order))
            .Where(hit => hit.About is not null)
            .GroupBy(hit => (hit.Hit.Traveller.List.Flight.Key, hit.Hit.Traveller.List.Kind, EnteredList.Effect(hit.Hit.Traveller.List.Function), hit.About!.Value.Nominal))
            .SelectMany(group => group
                .OrderByDescending(hit => hit.Hit.IsMatch)
                .ThenByDescending(hit => hit.About!.Value.Bits)
                .ThenBy(hit => hit.order)
                .Select((hit, rank) => (hit.order, Reference: Reference(group.Key.Key, group.Key.Kind, group.Key.Nominal, rank))))
            .ToDictionary(hit => hit.order, hit => hit.Reference);
        return [.. references.OrderBy(r => r.Key).Select(r => new ReferencedHit(about[r.Key].Hit, about[r.Key].About!.Value.Nominal, r.Value))];
    }

    /// <summary>An identified traveller is about that nominal or nobody; of one who is only possible, the best of interest.</summary>
    private static WeighedCandidate? About(FoundHit hit, Func<FoundHit, string, bool> isOfInterest)
    {
        foreach (var candidate in hit.IsMatch ? hit.Candidates[..1] : hit.Candidates)
        {
            if (isOfInterest(hit, candidate.Nominal))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Reference(string flight, ListKind kind, string nominal, int rank) =>
        $"{flight}/{(kind == ListKind.Crew ? "crew/" : "")}{nominal}{(rank == 0 ? "" : $"/{rank + 1}")}";
}

using System.Collections.Frozen;

namespace Hub.Border.Manifests.Csv;

/// <summary>Whether a row is of crew.</summary>
internal static class RowCrew
{
    private static readonly FrozenSet<string> Crew = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "crew", "flight crew", "cabin crew", "cockpit", "cabin", "cr", "fm", "true", "yes", "y", "1");

    /// <summary>Null where the row does not say. Anything that does not say crew is a passenger, who is screened just so.</summary>
    internal static bool? Read(RowFields row) => row.Text("crew") is { } text ? Crew.Contains(text) : null;
}

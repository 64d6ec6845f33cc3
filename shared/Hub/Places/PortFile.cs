using System.Collections.Immutable;

namespace Hub.Places;

/// <summary>A line of <c>ports.data.tsv</c>.</summary>
/// <param name="Code">See <see cref="PortOfEntry.Code"/>.</param>
/// <param name="Force">The id of the force that meets people there.</param>
/// <param name="Name">As commonly called.</param>
/// <param name="Aliases">What else senders write.</param>
public sealed record PortRow(string Code, string Force, string Name, ImmutableArray<string> Aliases);

/// <summary>Reads <c>police-forces.data.json</c> and <c>ports.data.tsv</c>: see this folder's README.</summary>
internal static class PortFile
{
    internal static ImmutableArray<PoliceForce> Forces() => EmbeddedData.Read<ImmutableArray<PoliceForce>>("police-forces.data.json");

    /// <exception cref="InvalidOperationException">The data is not as the README says.</exception>
    internal static IEnumerable<PortRow> Ports()
    {
        using var reader = new StreamReader(EmbeddedData.Open("ports.data.tsv"));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t') is [var code, var force, var name, var aliases]
                ? new PortRow(code, force, name, [.. aliases.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)])
                : throw new InvalidOperationException($"A line of ports.data.tsv has not four columns: {line}");
        }
    }
}

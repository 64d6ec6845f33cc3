using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hub.Places;

/// <summary>Where people land in the United Kingdom, and whose force meets them there: see this folder's README. Immutable, read once.</summary>
public sealed class PortDirectory
{
    /// <summary>Longest name looked at.</summary>
    private const int MaxLength = 100;

    private static readonly Lazy<PortDirectory> Published = new(() => new PortDirectory(PortFile.Forces(), PortFile.Ports(), AirportDirectory.Default));

    private readonly FrozenDictionary<string, PoliceForce> _forces;
    private readonly FrozenDictionary<string, PortOfEntry> _byName;

    /// <param name="airports">Gives airports the other codes and the name they go by.</param>
    /// <exception cref="InvalidOperationException">A port names a force there is none of, or two ports go by the same name.</exception>
    public PortDirectory(IEnumerable<PoliceForce> forces, IEnumerable<PortRow> ports, AirportDirectory airports)
    {
        _forces = forces.ToFrozenDictionary(f => f.Id);
        var names = new Dictionary<string, PortOfEntry>();
        var derived = new Dictionary<string, PortOfEntry>();
        var all = ImmutableArray.CreateBuilder<PortOfEntry>();
        foreach (var row in ports)
        {
            var port = new PortOfEntry(row.Code, row.Name, _forces.GetValueOrDefault(row.Force) ?? throw new InvalidOperationException($"The port {row.Code} names the force {row.Force}, and there is none."));
            all.Add(port);
            foreach (var name in (string[])[row.Code, row.Name, .. row.Aliases])
            {
                Add(names, name, port);
            }

            if (airports.TryFind(row.Code, out var airport))
            {
                derived.TryAdd(Normalise(airport.Name), port);
                derived.TryAdd($"GB{airport.Code}", port);
                derived.TryAdd(airport.Icao ?? airport.Code, port);
            }
        }

        // What a port is said to go by goes before what its airport's codes make of it: GBSOU is the docks.
        foreach (var (name, port) in derived)
        {
            names.TryAdd(name, port);
        }

        All = all.ToImmutable();
        _byName = names.ToFrozenDictionary();
    }

    /// <summary>The directory as published with the hub.</summary>
    public static PortDirectory Default => Published.Value;

    public ImmutableArray<PortOfEntry> All { get; }

    public ImmutableArray<PoliceForce> Forces => _forces.Values;

    /// <summary>
    /// The port by a code (IATA, ICAO, UN/LOCODE) or a name it goes by, in any case, whatever its punctuation. Never by
    /// likeness: a near miss would send officers to the wrong place.
    /// </summary>
    public bool TryFind(string? text, [NotNullWhen(true)] out PortOfEntry? port)
    {
        port = null;
        return text is { Length: > 0 and <= MaxLength }
            && (_byName.TryGetValue(Normalise(text), out port) || _byName.TryGetValue(WithoutStyle(Normalise(text)), out port));
    }

    /// <summary>A force by its id.</summary>
    public bool TryGetForce(string? id, [NotNullWhen(true)] out PoliceForce? force)
    {
        force = null;
        return id is not null && _forces.TryGetValue(id, out force);
    }

    private static void Add(Dictionary<string, PortOfEntry> names, string name, PortOfEntry port)
    {
        if (!names.TryAdd(Normalise(name), port) && names[Normalise(name)] != port)
        {
            throw new InvalidOperationException($"Two ports go by the name {name}.");
        }
    }

    private static string WithoutStyle(string name) =>
        name.EndsWith("AIRPORT", StringComparison.Ordinal) ? name[..^"AIRPORT".Length]
        : name.StartsWith("PORTOF", StringComparison.Ordinal) ? name["PORTOF".Length..]
        : name;

    private static string Normalise(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

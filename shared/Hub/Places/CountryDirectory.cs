using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hub.Places;

/// <summary>The countries of ISO 3166-1, and Kosovo, from <c>countries.data.json</c>: see this folder's README. Immutable, read once.</summary>
public sealed class CountryDirectory
{
    /// <summary>Longest name looked at.</summary>
    private const int MaxLength = 100;

    private static readonly Lazy<CountryDirectory> Published =
        new(() => new CountryDirectory(EmbeddedData.Read<ImmutableArray<Country>>("countries.data.json")));

    private readonly Dictionary<string, Country> _byName = [];

    /// <exception cref="InvalidOperationException">Two countries go by the same name or code.</exception>
    public CountryDirectory(IEnumerable<Country> countries)
    {
        All = [.. countries];
        foreach (var country in All)
        {
            foreach (var name in (string[])[country.Code, country.Alpha2, country.Name, .. country.Aliases])
            {
                if (!_byName.TryAdd(Normalise(name), country) && _byName[Normalise(name)] != country)
                {
                    throw new InvalidOperationException($"Two countries go by {name}.");
                }
            }
        }
    }

    /// <summary>The directory as published with the hub.</summary>
    public static CountryDirectory Default => Published.Value;

    public ImmutableArray<Country> All { get; }

    /// <summary>
    /// The country by alpha-3 or alpha-2 code, ICAO 9303's own codes (<c>D</c>, <c>GBD</c> and such) or its English
    /// name, in any case, whatever its punctuation. The codes of stateless persons and refugees (<c>XXA</c> to
    /// <c>XXC</c>) and of unknown nationality (<c>XXX</c>) are of no country: not found.
    /// </summary>
    public bool TryFind(string? codeOrName, [NotNullWhen(true)] out Country? country)
    {
        country = null;
        return codeOrName is { Length: > 0 and <= MaxLength } && _byName.TryGetValue(Normalise(codeOrName), out country);
    }

    private static string Normalise(string name) =>
        string.Concat(name.Replace("&", "and", StringComparison.Ordinal).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

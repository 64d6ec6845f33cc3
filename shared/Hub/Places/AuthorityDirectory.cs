using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hub.Places;

/// <summary>
/// The local authorities with a youth offending team, from <c>authorities.data.json</c>: see this folder's README.
/// Immutable, read once.
/// </summary>
public sealed class AuthorityDirectory
{
    private static readonly Lazy<AuthorityDirectory> Published =
        new(() => new AuthorityDirectory(EmbeddedData.Read<ImmutableArray<Authority>>("authorities.data.json")));

    private readonly FrozenDictionary<string, Authority> _byId;
    private readonly FrozenDictionary<string, Authority> _byName;

    /// <exception cref="InvalidOperationException">Two authorities go by the same name.</exception>
    public AuthorityDirectory(ImmutableArray<Authority> authorities)
    {
        All = authorities;
        London = [.. authorities.Where(a => a.IsLondon)];
        _byId = authorities.ToFrozenDictionary(a => a.Id);
        _byName = ByName(authorities);
    }

    /// <summary>The directory as published with the hub.</summary>
    public static AuthorityDirectory Default => Published.Value;

    public ImmutableArray<Authority> All { get; }

    /// <summary>The 32 London boroughs and the City of London.</summary>
    public ImmutableArray<Authority> London { get; }

    /// <summary>The authority by its id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Authority Get(string id) => _byId[id];

    public bool TryGet(string id, [NotNullWhen(true)] out Authority? authority) => _byId.TryGetValue(id, out authority);

    /// <summary>
    /// The authority that somebody means by a name: its own, an alias, its id, or a district within it, in any case,
    /// with or without its style (<c>London Borough of Camden</c>, <c>Camden Council</c>). Never by likeness: a near
    /// miss could tell the wrong team about a child.
    /// </summary>
    public bool TryFind(string? nameOrAlias, [NotNullWhen(true)] out Authority? authority)
    {
        foreach (var name in AuthorityName.Readings(nameOrAlias))
        {
            if (_byName.TryGetValue(name, out authority))
            {
                return true;
            }
        }

        authority = null;
        return false;
    }

    private static FrozenDictionary<string, Authority> ByName(ImmutableArray<Authority> authorities)
    {
        var names = new Dictionary<string, Authority>();
        foreach (var authority in authorities)
        {
            foreach (var name in (string[])[authority.Id, authority.Name, .. authority.Aliases, .. authority.Districts])
            {
                if (!names.TryAdd(AuthorityName.Normalise(name), authority) && names[AuthorityName.Normalise(name)] != authority)
                {
                    throw new InvalidOperationException($"Two authorities go by the name {name}.");
                }
            }
        }

        return names.ToFrozenDictionary();
    }
}

using System.Collections.Immutable;

namespace Hub.Desk.Layout;

/// <summary>What every page has round its own content. Made for one request.</summary>
public sealed record Frame
{
    /// <summary>Who is signed in; null on pages open to all.</summary>
    public SignedIn? User { get; init; }

    /// <summary>The pages this user has, in the order of the navigation.</summary>
    public ImmutableArray<NavigationLink> Navigation { get; init; } = [];

    /// <summary>The hub's clock as the page is made. UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What every form must send back, so that no other site can send it.</summary>
    public required FormToken Token { get; init; }

    /// <summary>Where the style sheet and the script are; null where the desk was built without them.</summary>
    public AssetPaths? Assets { get; init; }

    /// <summary>What was done by the request before, such as <c>2 notices acknowledged</c>; shown once.</summary>
    public string? Said { get; init; }

    /// <summary>Set where the session is about to end.</summary>
    public SessionEnding? Ending { get; init; }

    /// <summary>Everything here is made up.</summary>
    public bool IsDemonstration { get; init; }
}

/// <summary>Who is signed in, in words.</summary>
/// <param name="Name">As they are known in the audit trail.</param>
/// <param name="Role">Such as <c>Youth offending team, Camden</c>.</param>
public sealed record SignedIn(string Name, string Role);

/// <summary>A session that ends soon.</summary>
/// <param name="At">When. UTC, by the real clock.</param>
/// <param name="SignIn">Where they sign in again, and then come back.</param>
public sealed record SessionEnding(DateTimeOffset At, string SignIn);

/// <summary>A link of the navigation.</summary>
/// <param name="Text">The page's name.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Current">It is the page shown, or a page below it is.</param>
/// <param name="Waiting">How many things wait there; null where none are counted.</param>
public sealed record NavigationLink(string Text, string Address, bool Current, int? Waiting = null);

/// <summary>The hidden field of every form.</summary>
public sealed record FormToken(string Name, string Value);

/// <summary>Addresses of what the pages load, all of this hub.</summary>
public sealed record AssetPaths(string Style, string Script, string Icon);

using System.Collections.Immutable;
using Hub.Desk.Pages.SignIn;
using Hub.Identity;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Desk;

/// <summary>What the pages need to know of their host.</summary>
public sealed record DeskSettings
{
    /// <summary>Cookies go over TLS only. Off where the hub answers on this machine alone.</summary>
    public bool SecureCookies { get; init; } = true;

    /// <summary>
    /// Where people's browsers find the hub, as they see it: <c>Desk__Address</c>. Whoever signs in elsewhere is sent back
    /// there. Not given: as the request says, which behind a front end may be another.
    /// </summary>
    public Uri? Address { get; init; }

    /// <summary>The people of a demonstration; empty in earnest.</summary>
    public ImmutableArray<DemoUser> People { get; init; } = [];

    /// <summary>As settings say. They can name no people: a demonstration does, and nothing else.</summary>
    public static DeskSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Desk");
        return new DeskSettings { Address = Uri.TryCreate(section["Address"], UriKind.Absolute, out var address) ? address : null };
    }
}

/// <summary>Somebody of the demonstration: as the page offers them, and as the hub then knows them.</summary>
public sealed record DemoUser(DemoPerson Person, Caller Caller);

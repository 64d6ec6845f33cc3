using System.Collections.Immutable;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.SignIn;

/// <summary>How somebody may say who they are.</summary>
public sealed record SignInModel
{
    /// <summary>Where they wanted to go: an address of this hub.</summary>
    public required string To { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>The people of the demonstration; empty where it is none.</summary>
    public ImmutableArray<DemoPerson> People { get; init; } = [];

    /// <summary>People sign in on another site, with the account they have at work.</summary>
    public bool ByWorkAccount { get; init; }

    /// <summary>Why somebody who came back from there is not signed in, and what to do; null where nobody did.</summary>
    public string? Refusal { get; init; }
}

/// <summary>Somebody made up, to sign in as.</summary>
/// <param name="Id">What the form sends.</param>
/// <param name="Name">Such as <c>Amara Osei</c>.</param>
/// <param name="Post">Such as <c>Youth offending team, Camden</c>.</param>
/// <param name="Morning">What waits for them, in a sentence.</param>
public sealed record DemoPerson(string Id, string Name, string Post, string Morning);

namespace Hub.Functions.Desk.SignIn;

/// <summary>What was asked of the issuer's page for one browser. It stays in that browser, where only this hub can read it.</summary>
/// <param name="State">Comes back beside the answer: the answer is to this browser.</param>
/// <param name="Nonce">Comes back in the answer: it was made for this question.</param>
/// <param name="To">Where they wanted to go.</param>
/// <param name="Until">An answer after this is none. UTC.</param>
internal sealed record IssuerQuestion(string State, string Nonce, string To, DateTimeOffset Until)
{
    /// <summary>Long enough to find a telephone with the code on it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Null where it is none of this version's.</summary>
    public static IssuerQuestion? Parse(string text) => KeptText.Read<IssuerQuestion>(text) is { State: not null, Nonce: not null, To: not null } read ? read : null;
}

namespace Hub.Functions.Identity;

/// <summary>How people sign in on the page of an issuer such as Entra ID, with the account they have at work.</summary>
/// <param name="ClientId">The application they sign in to, as the issuer knows it.</param>
/// <param name="Pages">Where the issuer's pages are.</param>
public sealed record WorkAccountSettings(string ClientId, IssuerPagesReading Pages);

/// <summary>Pages of an issuer, as its OpenID Connect metadata names them.</summary>
/// <param name="SignIn">Its <c>authorization_endpoint</c>.</param>
/// <param name="SignOut">Its <c>end_session_endpoint</c>; null where it has none.</param>
public sealed record IssuerPages(Uri SignIn, Uri? SignOut);

/// <summary>Tells where the issuer's pages are.</summary>
/// <exception cref="IssuerUnavailableException">The issuer cannot be asked now, or names no page to sign in on.</exception>
public delegate ValueTask<IssuerPages> IssuerPagesReading(CancellationToken cancellationToken);

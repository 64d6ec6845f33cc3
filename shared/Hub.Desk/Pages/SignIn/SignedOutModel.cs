namespace Hub.Desk.Pages.SignIn;

/// <summary>After signing out of the hub, where people sign in with their work account.</summary>
/// <param name="WorkAccount">Where that is signed out of; null where it is not known.</param>
public sealed record SignedOutModel(Uri? WorkAccount);

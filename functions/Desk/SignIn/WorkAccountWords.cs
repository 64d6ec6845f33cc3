using Hub.Functions.Identity;

namespace Hub.Functions.Desk.SignIn;

/// <summary>Why somebody who came from the issuer's page is not signed in, and what to do.</summary>
internal static class WorkAccountWords
{
    public const string Stale = "This sign-in was used before, was begun in another tab or took longer than ten minutes. Nothing is wrong with your account: sign in again.";
    public const string Unreadable = "The sign-in page sent nothing that the hub can use. Sign in again.";
    public const string NotCounted = "The hub could not make sure that it was you. Sign in again. If this happens twice, tell whoever runs the hub.";
    public const string NoRole = "Your work account is known, but it has no role in the hub. Ask your supervisor to have you given the role you work in, such as youth offending team, Camden. Then sign in again.";
    public const string SystemsRole = "This account is a system's, which posts reports. There are no pages for it. Sign in with your own account.";

    private const string MoreRoles = "Your work account has more than one role in the hub, and you can act in only one. Ask your supervisor to have all but one taken away. Then sign in again.";
    private const int MaxLength = 300;

    /// <summary>Of an answer that names nobody whom the hub takes.</summary>
    public static string Of(IdTokenReading reading) => reading.Roles switch
    {
        null => NotCounted,
        [] => NoRole,
        [_, _, ..] => MoreRoles,
        _ => $"Your work account's role cannot be used here. Tell whoever runs the hub: {reading.Refusal}",
    };

    /// <summary>Of an error the issuer sent in place of an answer (RFC 6749 §4.1.2.1).</summary>
    /// <param name="description">The issuer's own words; those that come from it only, and as text.</param>
    public static string OfError(string error, string description)
    {
        // Entra ID's number for whoever is not assigned to the application.
        if (description.Contains("AADSTS50105", StringComparison.Ordinal))
        {
            return NoRole;
        }

        var said = new string([.. description.ReplaceLineEndings("\n").Split('\n')[0].Take(MaxLength)]);
        var why = error switch
        {
            "access_denied" => "You did not finish signing in, or your organisation does not let you.",
            "temporarily_unavailable" or "server_error" => "Your organisation's sign-in does not work at the moment. Try again in a few minutes.",
            "unsupported_response_type" or "unauthorized_client" or "invalid_request" or "invalid_scope" => "The hub is not set up for signing in with a work account. Tell whoever runs it.",
            _ => "Your organisation's sign-in page did not sign you in.",
        };
        return said.Length == 0 ? why : $"{why} It says: {said}";
    }
}

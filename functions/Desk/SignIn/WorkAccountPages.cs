using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Desk.SignIn;

/// <summary>
/// Signing in on the issuer's page with a work account: OpenID Connect's implicit flow with nothing but an ID token,
/// sent as a form (Core 1.0 §3.2; Form Post Response Mode). The hub needs no secret for it, and gets no token that opens
/// anything else.
/// </summary>
public sealed class WorkAccountPages(
    PageMaking pages, SignInShowing showing, DeskSessions sessions, IssuerQuestions questions, TokenValidator tokens, TokenSettings settings, DeskSettings desk, ILogger<WorkAccountPages> log)
{
    private const string Callback = "sign-in/callback";

    [Function("sign_in_issuer")]
    [Page]
    [OpenToAll("Somebody who is not signed in must be able to.")]
    public async Task<IResult> Leave([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in/issuer")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (settings.WorkAccounts is not { } accounts)
        {
            return pages.Done(request, "/sign-in");
        }

        var page = (await accounts.Pages(cancellationToken)).SignIn;
        var question = questions.Ask(request.HttpContext, LocalAddress.Of(request.Query["to"]));
        return pages.Done(request, QueryHelpers.AddQueryString(page.AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = accounts.ClientId,
            ["redirect_uri"] = CallbackOf(request),
            ["response_type"] = "id_token",
            ["response_mode"] = "form_post",
            ["scope"] = "openid profile",
            ["state"] = question.State,
            ["nonce"] = question.Nonce,

            // Several people use one computer: nobody is signed in as whoever was there before.
            ["prompt"] = "select_account",
        }));
    }

    [Function("sign_in_callback")]
    [Page(ProvesItsForm = true)]
    [OpenToAll("The issuer's page sends whoever signed in there here; the form proves that this browser asked.")]
    public async Task<IResult> Return([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Callback)] HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not (>= 0 and <= FormReading.MaxBytes) || !request.HasFormContentType || await FormAsync(request, cancellationToken) is not { } form)
        {
            return Refuse(request, WorkAccountWords.Unreadable);
        }

        if (settings.WorkAccounts is not { } accounts || questions.Take(request.HttpContext, form["state"].ToString()) is not { } question)
        {
            return Refuse(request, WorkAccountWords.Stale);
        }

        if (form["error"].ToString() is { Length: > 0 } error)
        {
            log.LogWarning("The issuer's page did not sign somebody in: {Error}", error.Length > 40 ? error[..40] : error);
            return Refuse(request, WorkAccountWords.OfError(error, form["error_description"].ToString()), question.To);
        }

        var reading = await tokens.ValidateIdTokenAsync(form["id_token"].ToString(), accounts.ClientId, question.Nonce, cancellationToken);
        if (reading.Caller is not { } caller)
        {
            log.LogWarning("Somebody who signed in on the issuer's page was not taken: {Refusal}", reading.Refusal);
            return Refuse(request, WorkAccountWords.Of(reading), question.To);
        }

        if (caller.Role == Role.Feed)
        {
            return Refuse(request, WorkAccountWords.SystemsRole, question.To);
        }

        sessions.Begin(request.HttpContext, new DeskSession(caller, reading.Name ?? caller.Id, settings.Clock.GetUtcNow() + DeskSession.LongestByWorkAccount));
        return pages.Done(request, question.To);
    }

    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private IResult Refuse(HttpRequest request, string words, string to = LocalAddress.Start) => showing.Refused(request, to, words);

    private string CallbackOf(HttpRequest request)
    {
        var address = desk.Address?.AbsoluteUri.TrimEnd('/') ?? $"{(desk.SecureCookies ? Uri.UriSchemeHttps : request.Scheme)}://{request.Host}";
        return $"{address}/{Callback}";
    }
}

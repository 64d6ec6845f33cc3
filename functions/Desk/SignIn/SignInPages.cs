using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Hub.Functions.Desk.SignIn;

/// <summary>Signing in.</summary>
public sealed class SignInPages(PageMaking pages, SignInShowing showing, DeskSessions sessions, TokenValidator tokens, TokenSettings settings, DeskSettings desk)
{
    [Function("sign_in")]
    [Page]
    [OpenToAll("Somebody who is not signed in must be able to.")]
    public IResult Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in")] HttpRequest request) =>
        showing.Ask(request, LocalAddress.Of(request.Query["to"]));

    [Function("sign_in_post")]
    [Page]
    [OpenToAll("Somebody who is not signed in must be able to.")]
    public async Task<IResult> SignIn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await FormReading.ReadAsync(request, cancellationToken);
        var to = LocalAddress.Of(form.Value("to"));
        var now = settings.Clock.GetUtcNow();
        if (desk.People.FirstOrDefault(p => p.Person.Id == form.Value("person")) is { } person)
        {
            // Somebody else's page may not be theirs: everybody begins where their day does.
            sessions.Begin(request.HttpContext, new DeskSession(person.Caller, person.Person.Name, now + DeskSession.Longest));
            return pages.Done(request, DeskSection.StartOf(person.Caller));
        }

        // Where people have an account to sign in with, a token that opens the API opens no page as well.
        if (settings.WorkAccounts is not null || !desk.People.IsEmpty)
        {
            return pages.Done(request, "/sign-in");
        }

        var text = form.Value("token").Trim();
        var (caller, refusal) = text.Length == 0 ? (null, "Paste your token.") : await tokens.ValidateAsync(text, cancellationToken);
        if (caller is not null && caller.Role == Role.Feed)
        {
            (caller, refusal) = (null, "This token is a system's, which posts reports. There are no pages for it.");
        }

        if (caller is null)
        {
            return showing.Again(request, to, new FieldError("token", FieldErrorCode.Malformed, refusal!));
        }

        var token = new JsonWebToken(text);
        var until = new DateTimeOffset(DateTime.SpecifyKind(token.ValidTo, DateTimeKind.Utc));
        sessions.Begin(request.HttpContext, new DeskSession(caller, token.TryGetPayloadValue<string>("name", out var name) ? name : caller.Id, until < now + DeskSession.Longest ? until : now + DeskSession.Longest));
        return pages.Done(request, to);
    }
}

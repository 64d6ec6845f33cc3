using Hub.Desk.Pages.SignIn;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.SignIn;

/// <summary>Signing out.</summary>
public sealed class SignOutPages(PageMaking pages, DeskSessions sessions, TokenSettings settings)
{
    [Function("sign_out")]
    [Page]
    [OpenToAll("Whose session has ended may press it too.")]
    public IResult SignOut([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request)
    {
        sessions.End(request.HttpContext);
        return pages.Done(request, settings.WorkAccounts is null ? "/sign-in" : "/signed-out");
    }

    /// <summary>The work account stays signed in, as other work may be done with it; whoever leaves the computer can end that too.</summary>
    [Function("signed_out")]
    [Page]
    [OpenToAll("Whoever has signed out is led here.")]
    public async Task<IResult> SignedOut([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "signed-out")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (settings.WorkAccounts is not { } accounts || request.HttpContext.Session() is not null)
        {
            return pages.Done(request, "/sign-in");
        }

        try
        {
            return pages.Show<SignedOutPage>(request, new SignedOutModel((await accounts.Pages(cancellationToken)).SignOut));
        }
        catch (IssuerUnavailableException)
        {
            return pages.Show<SignedOutPage>(request, new SignedOutModel(null));
        }
    }
}

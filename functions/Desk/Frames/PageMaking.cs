using System.Collections.Immutable;
using Hub.Desk.Layout;
using Hub.Desk.Serving;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Functions.Desk.Frames;

/// <summary>Makes answers of pages: what is round every page is put together here.</summary>
public sealed class PageMaking(IAntiforgery antiforgery, DeskAssets assets, DeskSettings desk, RoleWords roles, Said said, TokenSettings tokens, TimeProvider time)
{
    /// <summary>A page with its model.</summary>
    /// <typeparam name="TPage">A component with the parameters <c>Frame</c> and <c>Model</c>.</typeparam>
    public IResult Show<TPage>(HttpRequest request, object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Frame"] = FrameOf(request.HttpContext), ["Model"] = model })
        {
            PreventStreamingRendering = true,
            StatusCode = status,
        };

    /// <summary>After a form did its work: the browser is led to a page, which says what was done; loading that again does nothing again.</summary>
    /// <param name="to">An address of this hub.</param>
    /// <param name="words">What was done, naming nobody; null: nothing is said.</param>
    public IResult Done(HttpRequest request, string to, string? words = null)
    {
        if (words is not null)
        {
            said.Say(request.HttpContext, words);
        }

        return new SeeOther(to);
    }

    private Frame FrameOf(HttpContext http)
    {
        var session = http.Session();
        var token = antiforgery.GetAndStoreTokens(http);
        return new Frame
        {
            User = session is null ? null : new SignedIn(session.Name, roles.Of(session.Caller)),
            Navigation = session is null ? [] : Navigation(session, http.Request.Path),
            Now = time.GetUtcNow(),
            Token = new FormToken(token.FormFieldName, token.RequestToken!),
            Assets = assets.Paths,
            Said = said.Take(http),
            Ending = session is { Until: var until } && until - tokens.Clock.GetUtcNow() < DeskSession.Warning
                ? new SessionEnding(until, HttpMethods.IsGet(http.Request.Method) ? SignInAddress.For(http.Request) : "/sign-in")
                : null,
            IsDemonstration = !desk.People.IsEmpty,
        };
    }

    private static ImmutableArray<NavigationLink> Navigation(DeskSession session, PathString path) =>
    [
        .. DeskSection.All.Where(s => s.IsFor(session.Caller)).Select(s => new NavigationLink(s.Text, s.Address, path.StartsWithSegments(s.Address, StringComparison.OrdinalIgnoreCase))),
    ];
}

/// <summary>303 to another page of this hub (RFC 9110 §15.4.4).</summary>
internal sealed class SeeOther(string to) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}

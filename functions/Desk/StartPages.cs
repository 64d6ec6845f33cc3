using Hub.Functions.Desk.Frames;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk;

/// <summary>Where somebody comes who types the hub's address.</summary>
public sealed class StartPages
{
    [Function("home")]
    [Page]
    [OpenToAll("Leads everybody on, and shows nothing.")]
    public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request) => new SeeOther("/desk");

    [Function("desk")]
    [Page]
    [OpenToAll("Leads everybody to their own first page, or to the sign-in.")]
    public IResult Start([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk")] HttpRequest request) =>
        new SeeOther(request.HttpContext.Session() is { } session ? DeskSection.StartOf(session.Caller) : "/sign-in");

    /// <summary>An address of the desk that is no page's.</summary>
    [Function("zz_desk_none")]
    [Page]
    [OpenToAll("Shows nothing.")]
    public IResult None([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/{*rest}")] HttpRequest request, string rest) =>
        Problems.Of(StatusCodes.Status404NotFound, "not-found", "There is no such page.", "If you typed the address, check it. If you followed a link of this hub, tell whoever runs it.");
}

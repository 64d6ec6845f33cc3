using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Identity;

/// <summary>
/// Stands before every HTTP function: who is calling, and may this role call it at all. Refusals are logged. Pages are
/// called by whoever is signed in at the desk, all else by the bearer of a token: a browser that sends a session along
/// with a call of the API has said nothing by it.
/// </summary>
public sealed class Authentication(FunctionRules rules, TokenValidator tokens, PageGate gate, Access access, Reads reads) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && rules[context.FunctionDefinition.Name] is var rule && await DenyAsync(http, rule, context) is { } denied)
        {
            context.GetInvocationResult().Value = denied;
            return;
        }

        await next(context);
    }

    private async Task<IResult?> DenyAsync(HttpContext http, FunctionRule rule, FunctionContext context)
    {
        var (caller, denied) = rule switch
        {
            { Page: not null } => await gate.EnterAsync(http, rule),
            { Operation: not null } => await BearerAsync(http),
            _ => (null, null),
        };
        if (denied is not null)
        {
            return denied;
        }

        if (rule.Operation is not { } operation)
        {
            return null;
        }

        if (!access.MayCall(caller!, operation, rule.Feed))
        {
            await reads.RefusedAsync(caller!, operation, $"function:{context.FunctionDefinition.Name}", context.CancellationToken);
            return Problems.Forbidden(caller!.Role == Role.Feed && rule.Feed is not null
                ? $"The token's feed may not post to {rule.Feed}."
                : $"The role {RoleNames.Of(caller.Role)} may not do this, or the token names no borough or agency it needs.");
        }

        http.SetCaller(caller!);
        return null;
    }

    private async Task<(Caller? Caller, IResult? Denied)> BearerAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return (null, Problems.Of(StatusCodes.Status401Unauthorized, "token-missing", "Say who you are.", "Send Authorization: Bearer with a token of this hub's issuer."));
        }

        var (caller, refusal) = await tokens.ValidateAsync(header[Scheme.Length..].Trim(), http.RequestAborted);
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return (null, Problems.Of(StatusCodes.Status401Unauthorized, "token-invalid", "The token was not accepted.", refusal));
        }

        return (caller, null);
    }
}

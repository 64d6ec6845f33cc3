using Hub.Functions.Http;
using Hub.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Identity;

/// <summary>Stands before every HTTP function: who is calling, and may this role call it at all. Refusals are logged.</summary>
public sealed class Authentication(FunctionRules rules, TokenValidator tokens, Access access, Reads reads) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && rules[context.FunctionDefinition.Name] is { Operation: { } operation } rule
            && await DenyAsync(http, operation, rule.Feed, context) is { } denied)
        {
            context.GetInvocationResult().Value = denied;
            return;
        }

        await next(context);
    }

    private async Task<IResult?> DenyAsync(HttpContext http, Operation operation, string? feed, FunctionContext context)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, "token-missing", "Say who you are.", "Send Authorization: Bearer with a token of this hub's issuer.");
        }

        var (caller, refusal) = await tokens.ValidateAsync(header[Scheme.Length..].Trim(), http.RequestAborted);
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Problems.Of(StatusCodes.Status401Unauthorized, "token-invalid", "The token was not accepted.", refusal);
        }

        if (!access.MayCall(caller, operation, feed))
        {
            await reads.RefusedAsync(caller, operation, $"function:{context.FunctionDefinition.Name}", context.CancellationToken);
            return Problems.Forbidden(caller.Role == Role.Feed && feed is not null
                ? $"The token's feed may not post to {feed}."
                : $"The role {RoleNames.Of(caller.Role)} may not do this, or the token names no borough or agency it needs.");
        }

        http.SetCaller(caller);
        return null;
    }
}

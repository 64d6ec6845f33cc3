using Hub.Desk.Pages.Problems;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Desk.Frames;

/// <summary>
/// Round every page: what browsers may load for it, problems in words, and the way to the sign-in for whoever is not
/// signed in. What a form sent by somebody whose session had ended held, is still in their browser: they are told so.
/// </summary>
public sealed class PageFront(FunctionRules rules, PageMaking pages) : IFunctionsWorkerMiddleware
{
    private const string ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || rules[context.FunctionDefinition.Name].Page is null)
        {
            await next(context);
            return;
        }

        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        await next(context);
        if (context.GetInvocationResult().Value is ProblemResult { Problem: var problem })
        {
            context.GetInvocationResult().Value = problem.Status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(http.Request.Method)
                ? new SeeOther(SignInAddress.For(http.Request))
                : pages.Show<ProblemPage>(http.Request, new ProblemModel(problem.Title, problem.Detail, [.. problem.Errors ?? []]), problem.Status);
        }
    }
}

using Hub.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Worker;

/// <summary>
/// The first call that asks for the register begins the following of it: not the start of the process, which must be
/// quick, and of which the platform keeps some in reserve that never get a call; nor every call, since each function has
/// instances of its own, and those that deliver or sweep need no register.
/// </summary>
public sealed class WakeRegister(RegisterFollowing following) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        following.StartWhenWanted();
        return next(context);
    }
}

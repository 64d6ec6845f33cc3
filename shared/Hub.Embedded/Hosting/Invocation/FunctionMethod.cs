using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Hosting.Invocation;

/// <summary>Where one argument of a function comes from.</summary>
internal delegate object? ArgumentSource(EmbeddedFunctionContext context);

/// <summary>Makes the class and calls the method. Compiled at the first call, so that a start does not pay for functions nobody calls.</summary>
internal sealed class FunctionMethod(MethodInfo method, IReadOnlyList<ArgumentSource> sources)
{
    private readonly Lazy<ObjectFactory> factory = new(() => ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes));
    private readonly Lazy<Func<object, object?[], Task<object?>>> call = new(() => Compile(method));

    /// <summary>Calls the function; its result, or null where it returns nothing.</summary>
    public async Task<object?> InvokeAsync(EmbeddedFunctionContext context)
    {
        var arguments = new object?[sources.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = sources[i](context);
        }

        var instance = factory.Value(context.InstanceServices, null);
        try
        {
            return await call.Value(instance, arguments);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async ValueTask DisposeAsync(object instance)
    {
        if (instance is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    private static Func<object, object?[], Task<object?>> Compile(MethodInfo method)
    {
        var instance = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var called = Expression.Call(
            Expression.Convert(instance, method.DeclaringType!),
            method,
            method.GetParameters().Select((p, i) => Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType)));
        return Expression.Lambda<Func<object, object?[], Task<object?>>>(Awaited(called, method.ReturnType), instance, arguments).Compile();
    }

    private static Expression Awaited(MethodCallExpression called, Type returns)
    {
        if (returns == typeof(void))
        {
            return Expression.Block(called, Expression.Constant(Task.FromResult<object?>(null)));
        }

        if (returns == typeof(Task))
        {
            return Expression.Call(typeof(FunctionMethod), nameof(NothingFrom), null, called);
        }

        return returns.IsGenericType && returns.GetGenericTypeDefinition() == typeof(Task<>)
            ? Expression.Call(typeof(FunctionMethod), nameof(ResultFrom), returns.GetGenericArguments(), called)
            : Expression.Call(typeof(Task), nameof(Task.FromResult), [typeof(object)], Expression.Convert(called, typeof(object)));
    }

    private static async Task<object?> NothingFrom(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> ResultFrom<T>(Task<T> task) => await task;
}

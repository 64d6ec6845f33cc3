using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Whether everything a function's constructor asks for is registered.</summary>
internal sealed class ConstructorCheck(IServiceProvider services)
{
    private readonly IServiceProviderIsService registered = services.GetRequiredService<IServiceProviderIsService>();
    private readonly IServiceProviderIsKeyedService keyed = services.GetRequiredService<IServiceProviderIsKeyedService>();

    public void Check(Candidate function, ProblemList problems)
    {
        var constructors = function.Class.GetConstructors();
        if (constructors.Length != 1)
        {
            problems.Add(function, $"The class has {constructors.Length} public constructors; dependency injection must not have to choose. Give it exactly one.");
            return;
        }

        foreach (var parameter in constructors[0].GetParameters().Where(p => !p.HasDefaultValue && !IsRegistered(p)))
        {
            problems.Add(function, $"The constructor asks for {TypeNames.Of(parameter.ParameterType)} {parameter.Name}, which is not registered. Register it in ConfigureServices.");
        }
    }

    private bool IsRegistered(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } attribute
            ? keyed.IsKeyedService(parameter.ParameterType, attribute.Key)
            : registered.IsService(parameter.ParameterType);
}

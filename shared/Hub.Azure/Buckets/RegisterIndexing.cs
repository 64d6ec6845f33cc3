using Hub.Border;
using Hub.Matching;
using Hub.Matching.Buckets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Buckets;

/// <summary>Chooses how the register is indexed.</summary>
public static class RegisterIndexing
{
    /// <summary>
    /// By the setting <c>Register__Index</c>, <c>memory</c> or <c>buckets</c>: nothing more for memory; for buckets those, and in
    /// memory only whose travel is watched. To be called after the hub's own services.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting says something else.</exception>
    public static IServiceCollection AddRegisterIndex(this IServiceCollection services, IConfiguration configuration)
    {
        var text = configuration[$"{RegisterIndexSettings.Section}:{nameof(RegisterIndexSettings.Index)}"];
        return string.IsNullOrWhiteSpace(text) ? services.AddRegisterIndex(new RegisterIndexSettings())
            : Enum.TryParse<RegisterIndexKind>(text, ignoreCase: true, out var kind) && !char.IsAsciiDigit(text[0]) ? services.AddRegisterIndex(new RegisterIndexSettings { Index = kind })
            : throw new InvalidOperationException("The setting Register__Index must be memory or buckets.");
    }

    public static IServiceCollection AddRegisterIndex(this IServiceCollection services, RegisterIndexSettings settings) => settings.Index == RegisterIndexKind.Memory
        ? services
        : services
            .AddSingleton<IBucketStore, CosmosBucketStore>()
            .AddSingleton<BucketFollower>()
            .AddSingleton(new MemoryScope(nominal => BorderInterest.IsOf(nominal, days: null)))
            .AddSingleton<IMatcher, BucketMatcher>();
}

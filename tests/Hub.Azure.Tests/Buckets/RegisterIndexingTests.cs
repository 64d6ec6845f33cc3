using Hub.Azure.Buckets;
using Hub.Matching;
using Hub.Matching.Buckets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Tests.Buckets;

public sealed class RegisterIndexingTests
{
    private static ServiceProvider Services(string? index) => new ServiceCollection()
        .AddSingleton<IMatcher>(_ => null!)
        .AddRegisterIndex(new ConfigurationBuilder().AddInMemoryCollection([new("Register:Index", index)]).Build())
        .BuildServiceProvider();

    [Theory]
    [InlineData(null, false)]
    [InlineData("memory", false)]
    [InlineData("Buckets", true)]
    public void The_setting_chooses_how_the_register_is_indexed(string? index, bool isBuckets)
    {
        using var services = Services(index);
        Assert.Equal(isBuckets, services.GetService<MemoryScope>() is not null);
        Assert.Equal(isBuckets, services.GetService<IServiceProviderIsService>()!.IsService(typeof(IBucketStore)));
    }

    [Theory]
    [InlineData("bucket")]
    [InlineData("1")]
    public void Anything_else_is_refused(string index) =>
        Assert.Contains("Register__Index", Assert.Throws<InvalidOperationException>(() => Services(index)).Message, StringComparison.Ordinal);
}

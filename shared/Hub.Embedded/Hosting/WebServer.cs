using System.Net;
using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting;

/// <summary>The web server round the functions: Kestrel and nothing else, so that it starts fast.</summary>
internal static class WebServer
{
    public static (WebApplication App, FunctionPipeline Pipeline) Build(EmbeddedHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(options.Settings.Select(s => KeyValuePair.Create(SettingNames.Key(s.Key), (string?)s.Value)));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            // Functions count the bytes of a body themselves: cut off here, the caller would never see the 413.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.ListenOnEveryAddress ? IPAddress.Any : IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        // ASP.NET logs the address of every request, and addresses can hold names of people.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        options.ConfigureLogging(builder.Logging);
        options.ConfigureServices(builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        var pipeline = new FunctionPipeline(builder.Services);
        options.ConfigureWorker(pipeline);
        return (builder.Build(), pipeline);
    }
}

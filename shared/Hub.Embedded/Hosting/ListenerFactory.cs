using Hub.Embedded.Hosting.Blobs;
using Hub.Embedded.Hosting.ChangeFeeds;
using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.ServiceBus;
using Hub.Embedded.Hosting.Timers;
using Hub.Embedded.Hosting.Wiring;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting;

/// <summary>A listener for each function that no HTTP request calls.</summary>
internal sealed class ListenerFactory(EmbeddedHostOptions options, IServiceProvider services, FunctionRunner runner)
{
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();
    private readonly ILogger logger = services.GetRequiredService<ILogger<EmbeddedHost>>();

    public IReadOnlyList<IListener> Make(FunctionPlan plan) =>
    [
        .. plan.ServiceBus.Select(Listener),
        .. plan.Timers.Select(f => new TimerListener(f, runner, time, logger)),
        .. plan.ChangeFeeds.Select(f => new ChangeFeedListener(f, runner, time, logger)),
        .. plan.Blobs.Select(Listener),
    ];

    private SubscriptionListener Listener(ServiceBusFunction function)
    {
        var bus = services.GetRequiredService<IMessageBus>();
        return new(function, new(function, bus, runner, time, logger), bus, options.MaxConcurrentCalls, time, logger);
    }

    private BlobListener Listener(BlobFunction function) =>
        new(function, new(options.BlobRoot, function.Pattern), services.GetRequiredService<IBlobReceipts>(), runner, time, logger);
}

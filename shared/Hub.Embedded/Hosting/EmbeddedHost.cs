using Hub.Embedded.Hosting.Http;
using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting;

/// <summary>
/// Runs Azure Functions classes of the isolated worker in this process, by their ordinary attributes and by the rules
/// of the real host: what starts here starts there.
/// </summary>
public sealed class EmbeddedHost : IAsyncDisposable
{
    // Functions told at last that the host waits no longer get this long to come back.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly EmbeddedHostOptions options;
    private readonly WebApplication app;
    private readonly FunctionPipeline pipeline;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource patienceEnded = new();
    private FunctionPlan? plan;
    private HttpFront? front;
    private Task listening = Task.CompletedTask;
    private bool started;

    private EmbeddedHost(EmbeddedHostOptions options)
    {
        this.options = options;
        (app, pipeline) = WebServer.Build(options);
        app.Run(http => front!.AnswerAsync(http));
    }

    /// <summary>Everything registered.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it answers, with the port that was found.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public Uri Address => started
        ? new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal))
        : throw new InvalidOperationException("The host has no address before it is started.");

    /// <summary>Registers services; nothing runs yet.</summary>
    public static EmbeddedHost Create(EmbeddedHostOptions options) => new(options);

    /// <summary>Checks every function, then answers requests and listens.</summary>
    /// <exception cref="FunctionWiringException">A function would fail, or behave otherwise, under the real host; nothing was started.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        plan = new Planner(options, app.Services).Make();
        var runner = new FunctionRunner(pipeline.Build(app.Services), app.Services.GetRequiredService<IServiceScopeFactory>(), patienceEnded.Token);
        front = new HttpFront(plan.Http, runner, app.Services.GetRequiredService<ILogger<HttpFront>>());
        var listeners = new ListenerFactory(options, app.Services, runner).Make(plan);
        await app.StartAsync(cancellationToken);
        started = true;
        listening = Listen(listeners);
    }

    /// <summary>Writes what runs and by what it is triggered, as plain text in columns.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public void WriteTable(TextWriter writer)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        StartTable.Write(writer, plan ?? throw new InvalidOperationException("There is no table before the start."), Address, options.BlobRoot, time.GetUtcNow());
    }

    /// <summary>Waits until the process is told to end (Ctrl+C, SIGTERM) or the token is cancelled, then stops.</summary>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken = default)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ending = app.Lifetime.ApplicationStopping.Register(() => told.TrySetResult());
        using var cancelled = cancellationToken.Register(() => told.TrySetResult());
        await told.Task;
        await StopAsync();
    }

    /// <summary>
    /// Takes nothing new, waits for calls in flight up to <see cref="EmbeddedHostOptions.ShutdownTimeout"/>, then cancels
    /// them. What was not finished is left to be delivered again.
    /// </summary>
    public async Task StopAsync()
    {
        if (!started)
        {
            return;
        }

        started = false;
        var time = app.Services.GetRequiredService<TimeProvider>();
        using var patience = new CancellationTokenSource(options.ShutdownTimeout, time);
        using var tellFunctions = patience.Token.Register(patienceEnded.Cancel);
        await stopping.CancelAsync();
        var webStopped = app.StopAsync(patience.Token);
        await webStopped;
        await WaitForListenersAsync(time);
    }

    private Task Listen(IReadOnlyList<IListener> listeners)
    {
        // Without the caller's context: a trace of whoever started the host is not the parent of every message.
        using (ExecutionContext.SuppressFlow())
        {
            return Task.WhenAll([.. listeners.Select(l => Task.Run(() => l.RunAsync(stopping.Token), CancellationToken.None))]);
        }
    }

    private async Task WaitForListenersAsync(TimeProvider time)
    {
        try
        {
            await listening.WaitAsync(options.ShutdownTimeout + Grace, time);
        }
        catch (TimeoutException)
        {
            app.Services.GetRequiredService<ILogger<EmbeddedHost>>().LogWarning("Calls were still in flight when the host stopped waiting; their work is left to be delivered again");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.DisposeAsync();
        stopping.Dispose();
        patienceEnded.Dispose();
    }
}

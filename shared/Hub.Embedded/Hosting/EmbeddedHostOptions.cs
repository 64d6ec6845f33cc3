using System.Reflection;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting;

/// <summary>What an <see cref="EmbeddedHost"/> runs and with what.</summary>
public sealed record EmbeddedHostOptions
{
    /// <summary>How long a message's lock is renewed, as the real host's <c>maxAutoLockRenewalDuration</c>: who takes longer has the message taken from it.</summary>
    public static readonly TimeSpan LongestLockHold = TimeSpan.FromMinutes(5);

    /// <summary>Assemblies whose functions run.</summary>
    public IReadOnlyList<Assembly> FunctionAssemblies { get; init; } = [];

    /// <summary>Classes whose functions run, besides those of <see cref="FunctionAssemblies"/>.</summary>
    public IReadOnlyList<Type> FunctionTypes { get; init; } = [];

    /// <summary>The TCP port; 0: any that is free.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>False: this machine only can reach it. True: every network the machine is on.</summary>
    public bool ListenOnEveryAddress { get; init; }

    /// <summary>Topics and subscriptions that Service Bus triggers may name.</summary>
    public required Topology Topology { get; init; }

    /// <summary>The folder whose sub-folders are the containers of blob triggers; made when missing.</summary>
    public required string BlobRoot { get; init; }

    /// <summary>What <c>%Name%</c> in triggers stands for; also the configuration that options bind to, <c>__</c> between levels as in Azure.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Registers what the functions ask for. The host itself asks for a <see cref="TimeProvider"/> (the system's, where
    /// none is registered), and, where a trigger needs them, for <see cref="IMessageBus"/>, an <see cref="IChangeFeed"/>
    /// for each container and <see cref="IBlobReceipts"/>.
    /// </summary>
    public Action<IServiceCollection> ConfigureServices { get; init; } = _ => { };

    /// <summary>Adds the middleware round every call, outermost first.</summary>
    public Action<IFunctionsWorkerApplicationBuilder> ConfigureWorker { get; init; } = _ => { };

    public Action<ILoggingBuilder> ConfigureLogging { get; init; } = _ => { };

    /// <summary>How long a stop waits for calls in flight.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Messages of one subscription worked on at once.</summary>
    public int MaxConcurrentCalls { get; init; } = 16;
}

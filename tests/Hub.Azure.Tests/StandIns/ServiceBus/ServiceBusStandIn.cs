using System.Net;
using System.Net.Sockets;
using Hub.Messaging;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>
/// Azure Service Bus in this process, on loopback, spoken to by the real client: see README.md for what it does as the
/// service does, and what it does not do at all.
/// </summary>
public sealed class ServiceBusStandIn : IAsyncDisposable
{
    private readonly Socket reserved;
    private readonly Broker broker;
    private readonly AmqpServer server;

    private ServiceBusStandIn(Topology topology, TimeProvider time)
    {
        reserved = Reserve();
        var port = ((IPEndPoint)reserved.LocalEndPoint!).Port;
        ConnectionString = $"Endpoint=sb://localhost:{port};SharedAccessKeyName=x;SharedAccessKey=y;UseDevelopmentEmulator=true";
        broker = new(topology, time, Faults);
        server = new(broker, Faults, Operations, port);
        Faults.Cut += server.CutConnections;
    }

    public string ConnectionString { get; }

    public BusFaults Faults { get; } = new();

    /// <summary>Every send, receive, settlement and renewal so far, as the broker would bill it.</summary>
    public BusOperations Operations { get; } = new();

    /// <param name="topology">The topics and subscriptions it has.</param>
    /// <param name="time">The clock of locks, schedules and duplicate windows; the system's if none is given.</param>
    public static Task<ServiceBusStandIn> StartAsync(Topology topology, TimeProvider? time = null) =>
        Task.FromResult(new ServiceBusStandIn(topology, time ?? TimeProvider.System));

    /// <summary>Nothing is ready there, and all that was ever delivered are so many: who was handed so many need not wait for more.</summary>
    public bool HasNothingBeyond(SubscriptionAddress address, int delivered) =>
        broker.FindQueue($"{address.Topic}/{address.Subscription}{(address.DeadLetters ? "/$deadletterqueue" : "")}".ToLowerInvariant()) is { } queue
        && broker.HasNothingBeyond(queue, delivered);

    public ValueTask DisposeAsync()
    {
        server.Dispose();
        broker.Dispose();
        reserved.Dispose();
        return ValueTask.CompletedTask;
    }

    // Bound but not listening, it keeps the port from everybody but the listener, which shares it.
    private static Socket Reserve()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}

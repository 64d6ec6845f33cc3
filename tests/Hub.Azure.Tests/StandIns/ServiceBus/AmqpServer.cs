using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>The listening end: connections, and which link belongs to what.</summary>
internal sealed class AmqpServer : IRuntimeProvider, IDisposable
{
    /// <summary>Bytes of a message or batch, encoded (Service Bus Standard).</summary>
    public const ulong MaxMessageBytes = 256 * 1024;

    private const string Management = "/$management";

    private readonly Broker broker;
    private readonly BusFaults faults;
    private readonly BusOperations operations;
    private readonly AmqpTransportListener listener;
    private readonly AmqpSettings settings;
    private readonly ConcurrentDictionary<AmqpConnection, ReplyLinks> connections = new();

    public AmqpServer(Broker broker, BusFaults faults, BusOperations operations, int port)
    {
        this.broker = broker;
        this.faults = faults;
        this.operations = operations;
        var version = new AmqpVersion(1, 0, 0);
        var sasl = new SaslTransportProvider();
        sasl.Versions.Add(version);
        sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
        var amqp = new AmqpTransportProvider();
        amqp.Versions.Add(version);
        settings = new() { RuntimeProvider = this };
        settings.TransportProviders.Add(sasl);
        settings.TransportProviders.Add(amqp);
        listener = new([new TcpTransportSettings { Host = "127.0.0.1", Port = port }.CreateListener()], settings);
        listener.Listen((_, accepted) => Accept(accepted));
    }

    public void CutConnections()
    {
        foreach (var connection in connections.Keys)
        {
            connection.Abort();
        }
    }

    public void Dispose()
    {
        listener.Close();
        foreach (var connection in connections.Keys)
        {
            connection.SafeClose();
        }
    }

    public AmqpConnection CreateConnection(TransportBase transport, ProtocolHeader protocolHeader, bool isInitiator, AmqpSettings amqpSettings, AmqpConnectionSettings connectionSettings) =>
        new(transport, protocolHeader, false, amqpSettings, connectionSettings);

    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) => throw new NotSupportedException();

    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings)
    {
        if (settings.Role == true)
        {
            settings.MaxMessageSize = MaxMessageBytes;
            return new ReceivingAmqpLink(session, settings);
        }

        return new SendingAmqpLink(session, settings);
    }

    /// <remarks>Listeners are registered before this returns: the first credit comes right after.</remarks>
    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state)
    {
        var replies = connections[link.Session.Connection];
        switch (link)
        {
            case ReceivingAmqpLink incoming:
                Open(incoming, EntityOf((incoming.Settings.Target as Target)?.Address), replies);
                break;
            case SendingAmqpLink outgoing:
                Open(outgoing, EntityOf((outgoing.Settings.Source as Source)?.Address), replies);
                break;
            default:
                throw new AmqpException(AmqpErrorCode.NotImplemented, "Unknown kind of link.");
        }

        var opened = new TaskCompletionSource(state);
        opened.SetResult();
        callback(opened.Task);
        return opened.Task;
    }

    public void EndOpenLink(IAsyncResult result) => ((Task)result).GetAwaiter().GetResult();

    private void Open(ReceivingAmqpLink link, string entity, ReplyLinks replies)
    {
        if (entity == "$cbs")
        {
            link.RegisterMessageListener(request => replies.Answer(link, request, Replies.TokenAccepted()));
        }
        else if (entity.EndsWith(Management, StringComparison.Ordinal))
        {
            var name = entity[..^Management.Length];
            var management = new ManagementNode(broker, faults, operations, name);
            if (broker.FindTopic(name) is null && broker.FindQueue(name) is null)
            {
                throw NotFound(name);
            }

            link.RegisterMessageListener(request => replies.Answer(link, request, management.Answer(request)));
        }
        else
        {
            var sender = new SenderLink(broker, broker.FindTopic(entity) ?? throw NotFound(entity), faults, operations, link);
            link.RegisterMessageListener(sender.OnTransfer);
        }
    }

    private void Open(SendingAmqpLink link, string entity, ReplyLinks replies)
    {
        if (entity == "$cbs" || entity.EndsWith(Management, StringComparison.Ordinal))
        {
            replies.Add(((Target)link.Settings.Target).Address?.ToString() ?? "", link);
        }
        else
        {
            ReceiverLink.Open(broker, broker.FindQueue(entity) ?? throw NotFound(entity), faults, operations, link);
        }
    }

    private void Accept(TransportAsyncCallbackArgs accepted)
    {
        AmqpConnection? connection = null;
        try
        {
            connection = CreateConnection(accepted.Transport, (ProtocolHeader)accepted.UserToken, false, settings, new() { ContainerId = "stand-in", MaxFrameSize = 64 * 1024 });
            connections[connection] = new();
            connection.SafeAddClosed((sender, _) => connections.TryRemove((AmqpConnection)sender!, out ReplyLinks? _));
            connection.BeginOpen(AmqpConstants.DefaultTimeout, Opened, connection);
        }
        catch (Exception e)
        {
            // Whatever it was, it is the end of this one connection and of nothing else.
            connection?.SafeClose(e);
        }
    }

    private static void Opened(IAsyncResult result)
    {
        var connection = (AmqpConnection)result.AsyncState!;
        try
        {
            connection.EndOpen(result);
        }
        catch (Exception e)
        {
            // The same: cut while it was being opened, most often.
            connection.SafeClose(e);
        }
    }

    // "/Reports/Subscriptions/Assess/$DeadLetterQueue" is our "reports/assess/$deadletterqueue".
    private static string EntityOf(Address? address) =>
        Uri.UnescapeDataString(address?.ToString() ?? "").Trim('/').ToLowerInvariant().Replace("/subscriptions/", "/", StringComparison.Ordinal);

    private static AmqpException NotFound(string entity) => new(AmqpErrorCode.NotFound, $"The messaging entity '{entity}' could not be found.");
}

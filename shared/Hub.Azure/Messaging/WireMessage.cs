using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Hub.Messaging;

namespace Hub.Azure.Messaging;

/// <summary>A message as Service Bus carries it.</summary>
internal static class WireMessage
{
    public const string ContentType = "application/json";

    /// <summary>W3C trace context, where the relay puts it and hosts look for it.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>The same under the name that the Service Bus client and the Functions host look for first.</summary>
    public const string DiagnosticId = "Diagnostic-Id";

    // Written by the client or by Service Bus, not by us.
    private static readonly ImmutableHashSet<string> Theirs = [DiagnosticId, "tracestate", "DeadLetterReason", "DeadLetterErrorDescription"];

    public static ServiceBusMessage Write(Message message)
    {
        var outgoing = new ServiceBusMessage(message.Body) { MessageId = message.Id, ContentType = ContentType };
        foreach (var (name, value) in message.Properties)
        {
            outgoing.ApplicationProperties[name] = value;
        }

        if (message.Properties.TryGetValue(TraceParent, out var trace))
        {
            outgoing.ApplicationProperties[DiagnosticId] = trace;
        }

        if (message.NotBefore is { } later)
        {
            outgoing.ScheduledEnqueueTime = NextMillisecond(later.ToUniversalTime());
        }

        return outgoing;
    }

    public static ReceivedMessage Read(ServiceBusReceivedMessage received, SubscriptionAddress from)
    {
        DateTimeOffset? scheduled = received.ScheduledEnqueueTime > DateTimeOffset.UnixEpoch ? received.ScheduledEnqueueTime : null;
        return new ReceivedMessage
        {
            From = from,
            Message = new Message
            {
                Id = string.IsNullOrEmpty(received.MessageId) ? $"sequence-{received.SequenceNumber}" : received.MessageId,
                Body = BodyOf(received),
                Properties = PropertiesOf(received),
                NotBefore = scheduled,
            },
            DeliveryCount = received.DeliveryCount,
            EnqueuedAt = EnqueuedAt(received),
            LockedUntil = received.LockedUntil,
            LockToken = received.LockToken,
            DeadLetterReason = received.DeadLetterReason,
            DeadLetterDescription = received.DeadLetterErrorDescription,
        };
    }

    /// <summary>When it was put on the topic, or was to be.</summary>
    public static DateTimeOffset EnqueuedAt(ServiceBusReceivedMessage received) =>
        received.ScheduledEnqueueTime > received.EnqueuedTime ? received.ScheduledEnqueueTime : received.EnqueuedTime;

    // AMQP counts whole milliseconds; cut off, a scheduled message could come before its time.
    private static DateTimeOffset NextMillisecond(DateTimeOffset moment)
    {
        var over = moment.Ticks % TimeSpan.TicksPerMillisecond;
        return over == 0 ? moment : moment.AddTicks(TimeSpan.TicksPerMillisecond - over);
    }

    // What somebody else put on the topic in another form must reach quarantine, not stop the receiver for ever.
    private static string BodyOf(ServiceBusReceivedMessage received)
    {
        var body = received.GetRawAmqpMessage().Body;
        return body.BodyType switch
        {
            AmqpMessageBodyType.Data => Encoding.UTF8.GetString(received.Body),
            AmqpMessageBodyType.Value when body.TryGetValue(out var value) && value is string text => text,
            _ => "",
        };
    }

    private static ImmutableSortedDictionary<string, string> PropertiesOf(ServiceBusReceivedMessage received)
    {
        var properties = ImmutableSortedDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in received.ApplicationProperties)
        {
            if (!Theirs.Contains(name) && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text)
            {
                properties[name] = text;
            }
        }

        if (!properties.ContainsKey(TraceParent) && received.ApplicationProperties.TryGetValue(DiagnosticId, out var id) && id is string trace)
        {
            properties[TraceParent] = trace;
        }

        return properties.ToImmutable();
    }
}

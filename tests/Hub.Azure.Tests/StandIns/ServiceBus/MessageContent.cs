using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>A message as its sender sent it, never changed.</summary>
internal sealed record MessageContent
{
    public const string ScheduledTime = "x-opt-scheduled-enqueue-time";

    public required Properties Properties { get; init; }

    public required IReadOnlyDictionary<string, object?> ApplicationProperties { get; init; }

    public required IReadOnlyDictionary<string, object?> Annotations { get; init; }

    public required IReadOnlyList<byte[]> Body { get; init; }

    public string? MessageId => Properties.MessageId?.ToString();

    /// <summary>Not to be enqueued before this moment (UTC).</summary>
    public DateTimeOffset? ScheduledFor => Annotations.GetValueOrDefault(ScheduledTime) is DateTime at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;

    /// <summary>The messages of a transfer: one, or those of a batch.</summary>
    public static IReadOnlyList<MessageContent> ReadAll(AmqpMessage transfer) =>
        transfer.MessageFormat == AmqpConstants.AmqpBatchedMessageFormat ? [.. Sections(transfer).Select(Read)] : [Read(transfer)];

    /// <summary>An encoded message, as batches and management requests carry it.</summary>
    public static MessageContent Read(byte[] encoded)
    {
        using var message = AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([new(encoded)]), true);
        return Read(message);
    }

    /// <exception cref="AmqpException">It asks for what this stand-in does not do.</exception>
    private static MessageContent Read(AmqpMessage message)
    {
        var sections = message.Sections;
        var properties = new Properties();
        if ((sections & SectionFlag.Properties) != 0)
        {
            Copy(message.Properties, properties);
        }

        Refuse(properties.GroupId is not null, "Sessions");
        Refuse((sections & SectionFlag.Header) != 0 && message.Header.Ttl is not null, "A time to live");
        Refuse((message.BodyType & SectionFlag.Data) == 0, "A body other than bytes");
        return new()
        {
            Properties = properties,
            ApplicationProperties = (sections & SectionFlag.ApplicationProperties) != 0 ? Values(message.ApplicationProperties.Map) : Nothing,
            Annotations = (sections & SectionFlag.MessageAnnotations) != 0 ? Values(message.MessageAnnotations.Map) : Nothing,
            Body = Sections(message),
        };
    }

    /// <summary>A fresh message to send: what is sent is changed and disposed of by its link.</summary>
    public AmqpMessage ToAmqp(IReadOnlyDictionary<string, object?> changes, uint deliveriesBefore)
    {
        var message = AmqpMessage.Create(Body.Select(section => new Data { Value = new ArraySegment<byte>(section) }));
        Copy(Properties, message.Properties);
        message.Header.Durable = true;
        message.Header.DeliveryCount = deliveriesBefore;
        foreach (var (name, value) in ApplicationProperties.Concat(changes))
        {
            message.ApplicationProperties.Map[name] = value;
        }

        foreach (var (name, value) in Annotations)
        {
            message.MessageAnnotations.Map[name] = value;
        }

        return message;
    }

    private static readonly Dictionary<string, object?> Nothing = [];

    private static Dictionary<string, object?> Values(RestrictedMap map)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (KeyValuePair<MapKey, object> pair in map)
        {
            values[pair.Key.ToString()] = pair.Value;
        }

        return values;
    }

    private static List<byte[]> Sections(AmqpMessage message) =>
        [.. message.DataBody.Select(data => data.Value is byte[] bytes ? [.. bytes] : ((ArraySegment<byte>)data.Value).ToArray())];

    private static void Copy(Properties from, Properties to)
    {
        to.MessageId = from.MessageId;
        to.UserId = from.UserId;
        to.To = from.To;
        to.Subject = from.Subject;
        to.ReplyTo = from.ReplyTo;
        to.CorrelationId = from.CorrelationId;
        to.ContentType = from.ContentType;
        to.ContentEncoding = from.ContentEncoding;
        to.AbsoluteExpiryTime = from.AbsoluteExpiryTime;
        to.CreationTime = from.CreationTime;
        to.GroupId = from.GroupId;
        to.GroupSequence = from.GroupSequence;
        to.ReplyToGroupId = from.ReplyToGroupId;
    }

    private static void Refuse(bool asked, string what)
    {
        if (asked)
        {
            throw new AmqpException(AmqpErrorCode.NotImplemented, $"{what}: not in this stand-in.");
        }
    }
}

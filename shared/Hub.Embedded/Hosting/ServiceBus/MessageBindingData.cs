using System.Text.Json;
using Hub.Json;
using Hub.Messaging;

namespace Hub.Embedded.Hosting.ServiceBus;

/// <summary>A message's properties as the real host hands them over: texts all of them, dates as quoted JSON.</summary>
internal static class MessageBindingData
{
    /// <summary>Names that parameters may have.</summary>
    public static readonly string[] Names =
    [
        "messageId", "deliveryCount", "enqueuedTimeUtc", "expiresAtUtc", "lockToken", "subject", "correlationId", "contentType",
        "applicationProperties", "deadLetterReason", "deadLetterErrorDescription",
    ];

    public static Dictionary<string, object?> Of(ReceivedMessage received)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["MessageId"] = received.Message.Id,
            ["DeliveryCount"] = received.DeliveryCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["EnqueuedTimeUtc"] = JsonSerializer.Serialize(received.EnqueuedAt.UtcDateTime),
            ["LockToken"] = received.LockToken,
            ["ContentType"] = "application/json",
            ["ApplicationProperties"] = JsonSerializer.Serialize(received.Message.Properties, HubJson.Options),
        };

        if (received.DeadLetterReason is { } reason)
        {
            data["DeadLetterReason"] = reason;
        }

        if (received.DeadLetterDescription is { } description)
        {
            data["DeadLetterErrorDescription"] = description;
        }

        return data;
    }
}

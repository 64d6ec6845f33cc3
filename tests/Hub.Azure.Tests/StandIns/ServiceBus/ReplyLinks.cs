using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>The links of one connection on which requests are answered, by the address a request asks to be answered at.</summary>
internal sealed class ReplyLinks
{
    private readonly ConcurrentDictionary<string, SendingAmqpLink> byAddress = new(StringComparer.Ordinal);

    public void Add(string address, SendingAmqpLink link)
    {
        byAddress[address] = link;
        link.SafeAddClosed((_, _) => byAddress.TryRemove(address, out _));
    }

    public void Answer(ReceivingAmqpLink asked, AmqpMessage request, AmqpMessage? answer)
    {
        var (id, replyTo) = (request.Properties.MessageId, request.Properties.ReplyTo?.ToString() ?? "");
        if (!request.Settled)
        {
            asked.DisposeMessage(request, AmqpConstants.AcceptedOutcome, true, false);
        }

        request.Dispose();
        if (answer is not null && byAddress.TryGetValue(replyTo, out var link))
        {
            answer.Properties.CorrelationId = id;
            link.SendMessageNoWait(answer, new(Guid.NewGuid().ToByteArray()), AmqpConstants.NullBinary);
        }
    }
}

/// <summary>Answers to requests.</summary>
internal static class Replies
{
    public static AmqpMessage TokenAccepted()
    {
        var message = AmqpMessage.Create(new AmqpValue { Value = new AmqpMap() });
        message.ApplicationProperties.Map["status-code"] = (int)AmqpResponseStatusCode.Accepted;
        message.ApplicationProperties.Map["status-description"] = "Accepted";
        return message;
    }

    public static AmqpMessage Done(AmqpResponseStatusCode status, AmqpMap? body = null)
    {
        var message = AmqpMessage.Create(new AmqpValue { Value = body ?? new AmqpMap() });
        message.ApplicationProperties.Map["statusCode"] = (int)status;
        message.ApplicationProperties.Map["statusDescription"] = status.ToString();
        return message;
    }

    public static AmqpMessage Failed(AmqpResponseStatusCode status, AmqpSymbol condition, string description)
    {
        var message = Done(status);
        message.ApplicationProperties.Map["statusDescription"] = description;
        message.ApplicationProperties.Map["errorCondition"] = condition;
        return message;
    }
}

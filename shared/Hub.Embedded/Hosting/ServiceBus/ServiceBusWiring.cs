using System.Text;
using System.Text.Json;
using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Hub.Json;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.ServiceBus;

/// <summary>Checks a Service Bus function against the topology and makes it ready to be called.</summary>
internal sealed class ServiceBusWiring(Topology topology, SettingNames settings, ProblemList problems)
{
    /// <summary>The function and where it listens, or null where it cannot.</summary>
    public ServiceBusFunction? Wire(Candidate function, Trigger trigger, ServiceBusTriggerAttribute attribute)
    {
        ShapeChecks.CheckReturnsNothing(function, problems);
        ShapeChecks.CheckNoRetry(function, "with Service Bus it is a compile error in the real worker, and the bus redelivers.", problems);
        CheckModes(function, trigger, attribute);
        var method = ParameterPlan.Make(function, trigger, BodyAs(trigger.Parameter.ParameterType), MessageBindingData.Names, problems);
        var wired = new WiredFunction(function.Name, method, new(function.Name, function.Method, trigger.Parameter, "serviceBusTrigger"));
        return Address(function, attribute) is { } address && topology.Find(address) is { } declared
            ? new(function, wired, address, declared)
            : null;
    }

    private void CheckModes(Candidate function, Trigger trigger, ServiceBusTriggerAttribute attribute)
    {
        // The attribute's own default is false too, and means nothing: only what was written counts.
        var manual = trigger.Parameter.GetCustomAttributesData().Any(a => a.NamedArguments.Any(n => n.MemberName == nameof(attribute.AutoCompleteMessages)));
        if (attribute.IsBatched || attribute.IsSessionsEnabled || (manual && !attribute.AutoCompleteMessages))
        {
            problems.Add(function, "IsBatched, IsSessionsEnabled and AutoCompleteMessages = false are not offered: take one message and return, or throw to have it again.");
        }
    }

    private SubscriptionAddress? Address(Candidate function, ServiceBusTriggerAttribute attribute)
    {
        if (attribute.QueueName is { } queue)
        {
            problems.Add(function, $"The hub has no queues, and so not '{queue}'. Name a topic and a subscription.");
            return null;
        }

        if (settings.Resolve(attribute.TopicName!, function, problems) is not { } topic
            || settings.Resolve(attribute.SubscriptionName!, function, problems) is not { } subscription)
        {
            return null;
        }

        var address = SubscriptionAddress.Parse(topic, subscription);
        if (topology.FindTopic(topic) is null)
        {
            problems.Add(function, $"Nobody declared the topic '{topic}'. Declare it in the topology; there are {Listed(topology.Topics.Select(t => t.Name))}.");
            return null;
        }

        if (topology.Find(address) is null)
        {
            problems.Add(function, $"Nobody declared the subscription '{address.Subscription}' of the topic '{topic}'. Declare it in the topology; there are {Listed(topology.FindTopic(topic)!.Subscriptions.Select(s => s.Name))}.");
            return null;
        }

        return address;
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("none"));

    private static ArgumentSource BodyAs(Type type)
    {
        if (type == typeof(string))
        {
            return Body;
        }

        if (type == typeof(byte[]))
        {
            return context => Encoding.UTF8.GetBytes(Body(context));
        }

        return context => JsonSerializer.Deserialize(Body(context), type, HubJson.Options)
            ?? throw new JsonException("The body of the message is null.");
    }

    private static string Body(EmbeddedFunctionContext context) => ((ReceivedMessage)context.Input.Value).Message.Body;
}

/// <summary>A function and the subscription it listens to.</summary>
internal sealed record ServiceBusFunction(Candidate Candidate, WiredFunction Function, SubscriptionAddress Address, SubscriptionDeclaration Declaration);

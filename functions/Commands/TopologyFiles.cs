using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Hub.Messaging;

namespace Hub.Functions.Commands;

/// <summary>The topology as files that deployments read. A test holds what is checked in to what the code declares.</summary>
internal static class TopologyFiles
{
    /// <summary>What <c>infra/modules/service-bus.bicep</c> deploys.</summary>
    public const string ServiceBus = "generated/service-bus.json";

    /// <summary>What Microsoft's Service Bus emulator is started with.</summary>
    public const string Emulator = "local/service-bus-emulator.json";

    /// <summary>
    /// How long a message may wait to be worked on, from the time it was sent for. It then goes to the dead letters and so
    /// to quarantine. The longest duty is days, and nothing that waited a fortnight is worked on unseen.
    /// </summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(14);

    // The emulator's own limits (its Config-schema.json): shorter than Azure's.
    private static readonly TimeSpan EmulatorLongestWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan EmulatorLongestLife = TimeSpan.FromHours(1);
    private const int EmulatorMostDeliveries = 10;

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Each file's path below <c>infra</c>, and its text.</returns>
    public static IEnumerable<(string Path, string Text)> All(Topology topology) =>
    [
        (ServiceBus, Text(new { topics = topology.Topics.Select(Deployed) })),
        (Emulator, Text(new
        {
            UserConfig = new
            {
                Namespaces = new[] { new { Name = "sbemulatorns", Topics = topology.Topics.Select(Emulated) } },
                Logging = new { Type = "Console" },
            },
        })),
    ];

    private static string Text(object file) => JsonSerializer.Serialize(file, Options) + "\n";

    private static object Deployed(TopicDeclaration topic) => new
    {
        name = topic.Name,
        duplicateWindow = XmlConvert.ToString(topic.DuplicateWindow),
        timeToLive = XmlConvert.ToString(TimeToLive),
        subscriptions = topic.Subscriptions.Select(s => new
        {
            name = s.Name,
            lockDuration = XmlConvert.ToString(s.LockDuration),
            maxDeliveryCount = s.MaxDeliveryCount,
            filter = SqlFilter.Of(s),
        }),
    };

    private static object Emulated(TopicDeclaration topic) => new
    {
        topic.Name,
        Properties = new
        {
            DefaultMessageTimeToLive = XmlConvert.ToString(EmulatorLongestLife),
            DuplicateDetectionHistoryTimeWindow = XmlConvert.ToString(topic.DuplicateWindow < EmulatorLongestWindow ? topic.DuplicateWindow : EmulatorLongestWindow),
            RequiresDuplicateDetection = true,
        },
        Subscriptions = topic.Subscriptions.Select(s => new
        {
            s.Name,
            Properties = new
            {
                DeadLetteringOnMessageExpiration = true,
                DefaultMessageTimeToLive = XmlConvert.ToString(EmulatorLongestLife),
                LockDuration = XmlConvert.ToString(s.LockDuration),
                MaxDeliveryCount = Math.Min(s.MaxDeliveryCount, EmulatorMostDeliveries),
                ForwardDeadLetteredMessagesTo = "",
                ForwardTo = "",
                RequiresSession = false,
            },
            Rules = new[] { new { Name = "filter", Properties = new { FilterType = "Sql", SqlFilter = new { SqlExpression = SqlFilter.Of(s) } } } },
        }),
    };
}

using System.Collections.Immutable;
using Hub.Embedded.Hosting.Blobs;
using Hub.Embedded.Hosting.ChangeFeeds;
using Hub.Embedded.Hosting.Http;
using Hub.Embedded.Hosting.ServiceBus;
using Hub.Embedded.Hosting.Timers;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Makes the plan of what runs, or says everything that is wrong with it.</summary>
internal sealed class Planner(EmbeddedHostOptions options, IServiceProvider services)
{
    private readonly ProblemList problems = new();

    /// <exception cref="FunctionWiringException">Something would fail, or behave otherwise, under the real host.</exception>
    public FunctionPlan Make()
    {
        var functions = Discovery.Find(options.FunctionAssemblies, options.FunctionTypes);
        var constructors = new ConstructorCheck(services);
        ShapeChecks.CheckNames(functions, problems);
        ShapeChecks.CheckMethods(functions, problems);
        foreach (var function in functions)
        {
            ShapeChecks.Check(function, problems);
            constructors.Check(function, problems);
        }

        var plan = Wire([.. functions.Where(f => f.Triggers.Count == 1)]);
        RouteChecks.CheckOverlaps(plan.Http, problems);
        CheckCompetitors(plan);
        problems.ThrowIfAny();
        return plan;
    }

    private FunctionPlan Wire(IReadOnlyList<Candidate> functions)
    {
        var settings = new SettingNames(services.GetRequiredService<IConfiguration>());
        var http = new HttpWiring(services, problems);
        var bus = new ServiceBusWiring(options.Topology, settings, problems);
        var timers = new TimerWiring(settings, services.GetRequiredService<TimeProvider>(), problems);
        var feeds = new ChangeFeedWiring([.. services.GetServices<IChangeFeed>()], settings, problems);
        var blobs = new BlobWiring(settings, problems);
        CheckPorts(functions);
        return new(
            Of<HttpTriggerAttribute, HttpFunction>(functions, http.Wire),
            Of<ServiceBusTriggerAttribute, ServiceBusFunction>(functions, bus.Wire),
            Of<TimerTriggerAttribute, TimerFunction>(functions, timers.Wire),
            Of<CosmosDBTriggerAttribute, ChangeFeedFunction>(functions, feeds.Wire),
            Of<BlobTriggerAttribute, BlobFunction>(functions, blobs.Wire));
    }

    private void CheckPorts(IReadOnlyList<Candidate> functions)
    {
        var registered = services.GetRequiredService<IServiceProviderIsService>();
        foreach (var (trigger, port) in ((Type, Type)[])[(typeof(ServiceBusTriggerAttribute), typeof(IMessageBus)), (typeof(BlobTriggerAttribute), typeof(IBlobReceipts))])
        {
            if (!registered.IsService(port) && functions.FirstOrDefault(f => f.Triggers[0].Attribute.GetType() == trigger) is { } function)
            {
                problems.Add(function, $"Its trigger needs an {port.Name}, and none is registered. Register one in ConfigureServices.");
            }
        }
    }

    /// <summary>Two functions on one subscription: each message would go to one of them, and nobody could say to which.</summary>
    private void CheckCompetitors(FunctionPlan plan)
    {
        foreach (var group in plan.ServiceBus.GroupBy(f => f.Address).Where(g => g.Count() > 1))
        {
            foreach (var function in group.Skip(1))
            {
                problems.Add(function.Candidate, $"{group.First().Function.Name} listens to {group.Key} as well, and each message would reach only one of them. Give each a subscription of its own.");
            }
        }
    }

    private static ImmutableArray<TFunction> Of<TTrigger, TFunction>(IReadOnlyList<Candidate> functions, Func<Candidate, Trigger, TTrigger, TFunction?> wire)
        where TTrigger : class
        where TFunction : class =>
        [.. from function in functions
            let attribute = function.Triggers[0].Attribute as TTrigger
            where attribute is not null
            let wired = wire(function, function.Triggers[0], attribute)
            where wired is not null
            select wired];
}

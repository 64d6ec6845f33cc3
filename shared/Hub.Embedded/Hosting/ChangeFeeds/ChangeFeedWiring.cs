using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.ChangeFeeds;

/// <summary>Checks a Cosmos DB function against the change feeds that are registered and makes it ready to be called.</summary>
internal sealed class ChangeFeedWiring(IReadOnlyList<IChangeFeed> feeds, SettingNames settings, ProblemList problems)
{
    private const int DefaultMaxItems = 256;

    public ChangeFeedFunction? Wire(Candidate function, Trigger trigger, CosmosDBTriggerAttribute attribute)
    {
        ShapeChecks.CheckReturnsNothing(function, problems);
        var method = ParameterPlan.Make(function, trigger, context => context.Input.Value, [], problems);
        var wired = new WiredFunction(function.Name, method, new(function.Name, function.Method, trigger.Parameter, "cosmosDBTrigger"));
        return Feed(function, trigger, attribute) is { } feed
            ? new(
                wired,
                feed,
                attribute.MaxItemsPerInvocation > 0 ? attribute.MaxItemsPerInvocation : DefaultMaxItems,
                TimeSpan.FromMilliseconds(attribute.FeedPollDelay > 0 ? attribute.FeedPollDelay : 5000),
                RetryPlan.Of(function.Method))
            : null;
    }

    private IChangeFeed? Feed(Candidate function, Trigger trigger, CosmosDBTriggerAttribute attribute)
    {
        if (settings.Resolve(attribute.DatabaseName, function, problems) is not { } database
            || settings.Resolve(attribute.ContainerName, function, problems) is not { } container)
        {
            return null;
        }

        if (feeds.FirstOrDefault(f => f.Database == database && f.Container == container) is not { } feed)
        {
            var known = string.Join(", ", feeds.Select(f => $"{f.Database}/{f.Container}").DefaultIfEmpty("none"));
            problems.Add(function, $"No change feed of {database}/{container} is registered. Register an IChangeFeed for it; there are {known}.");
            return null;
        }

        var expected = typeof(IReadOnlyList<>).MakeGenericType(feed.ItemType);
        if (trigger.Parameter.ParameterType != expected)
        {
            problems.Add(function, $"The change feed of {database}/{container} holds {TypeNames.Of(feed.ItemType)}, but the parameter is {TypeNames.Of(trigger.Parameter.ParameterType)}. Take {TypeNames.Of(expected)}.");
            return null;
        }

        return feed;
    }
}

/// <summary>A function and the changes it is called with.</summary>
internal sealed record ChangeFeedFunction(WiredFunction Function, IChangeFeed Feed, int MaxItems, TimeSpan PollDelay, RetryPlan? Retry);

using System.Collections.Frozen;
using System.Reflection;

namespace Hub.Feeds;

/// <summary>All feeds there are, found by their type, so that adding one touches nothing else.</summary>
public sealed class FeedCatalog
{
    private readonly FrozenDictionary<string, IFeed> feeds;

    public FeedCatalog(IEnumerable<IFeed> feeds) => this.feeds = feeds.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public IEnumerable<IFeed> All => feeds.Values.OrderBy(f => f.Name, StringComparer.Ordinal);

    public IFeed? Find(string name) => feeds.GetValueOrDefault(name);

    /// <summary>Every feed in an assembly.</summary>
    public static FeedCatalog Of(Assembly assembly) => new(assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IFeed)))
        .Select(t => (IFeed)Activator.CreateInstance(t)!));
}

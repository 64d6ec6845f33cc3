using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cosmos;

/// <summary>
/// A container as it is deployed. Declared once, in <c>containers.data.json</c>, which the infrastructure reads too.
/// </summary>
/// <param name="Name">As in Cosmos DB.</param>
/// <param name="PartitionKey">The path of the partition key.</param>
/// <param name="DefaultTtl">Seconds an item lives where it does not say itself; -1: for good, but items may say; null: no expiry at all.</param>
/// <param name="Included">Paths that are indexed; all others are not: every index makes each write dearer.</param>
/// <param name="Composite">Composite indexes, for lists in the order of several members.</param>
public sealed record ContainerDeclaration(string Name, string PartitionKey, int? DefaultTtl, ImmutableArray<string> Included, ImmutableArray<ImmutableArray<CompositeIndexMember>> Composite)
{
    /// <summary>The container as the client would make it.</summary>
    public ContainerProperties ToProperties()
    {
        var indexing = new IndexingPolicy { Automatic = true, IndexingMode = IndexingMode.Consistent };
        indexing.ExcludedPaths.Add(new ExcludedPath { Path = "/*" });
        foreach (var path in Included)
        {
            indexing.IncludedPaths.Add(new IncludedPath { Path = path });
        }

        foreach (var members in Composite)
        {
            indexing.CompositeIndexes.Add(new Collection<CompositePath>([.. members.Select(m => new CompositePath
            {
                Path = m.Path,
                Order = m.Order == "descending" ? CompositePathSortOrder.Descending : CompositePathSortOrder.Ascending,
            })]));
        }

        return new ContainerProperties(Name, PartitionKey) { DefaultTimeToLive = DefaultTtl, IndexingPolicy = indexing };
    }
}

/// <summary>One path of a composite index.</summary>
/// <param name="Order"><c>ascending</c> or <c>descending</c>.</param>
public sealed record CompositeIndexMember(string Path, string Order);

/// <summary>The hub's database and its containers.</summary>
/// <param name="Database">The database's name, as triggers name it too.</param>
public sealed record DatabaseDeclaration(string Database, ImmutableArray<ContainerDeclaration> Containers)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>What is deployed.</summary>
    public static DatabaseDeclaration Deployed { get; } = Read();

    private static DatabaseDeclaration Read()
    {
        using var stream = typeof(DatabaseDeclaration).Assembly.GetManifestResourceStream("containers.data.json")!;
        return JsonSerializer.Deserialize<DatabaseDeclaration>(stream, Options)!;
    }
}

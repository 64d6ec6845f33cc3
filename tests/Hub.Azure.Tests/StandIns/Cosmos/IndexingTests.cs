using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class IndexingTests
{
    [Theory]
    [InlineData("ORDER BY c.n", true)]
    [InlineData("ORDER BY c.word DESC", false)]
    [InlineData("ORDER BY c.inner.kept", true)]
    [InlineData("ORDER BY c.inner.other", false)]
    [InlineData("ORDER BY c._ts", true)]
    [InlineData("ORDER BY c.id", true)]
    [InlineData("ORDER BY c.pk", false)]
    [InlineData("ORDER BY c.n, c.word DESC", true)]
    [InlineData("ORDER BY c.n DESC, c.word", true)]
    [InlineData("ORDER BY c.n, c.word", false)]
    [InlineData("ORDER BY c.word DESC, c.n", false)]
    [InlineData("ORDER BY c.n, c.word DESC, c.id", false)]
    public async Task An_order_is_served_by_its_index_or_refused(string order, bool served)
    {
        await using var account = await SampleAccount.Create(Define);
        if (served) Assert.Empty(await account.Query<Sample>($"SELECT * FROM c {order}"));
        else Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<CosmosException>(() => account.Query<Sample>($"SELECT * FROM c {order}"))).StatusCode);
    }

    [Theory]
    [InlineData("c.n = 3", null, false)]
    [InlineData("c.word = 'w3'", null, true)]
    [InlineData("c.n = 3 AND c.word = 'w3'", null, false)]
    [InlineData("c.n = 3 OR c.word = 'w3'", null, true)]
    [InlineData("c.id = '3'", null, false)]
    [InlineData("c.pk = 'a' AND c.id = '3'", "a", false)]
    [InlineData("LOWER(c.id) = '3'", null, true)]
    public async Task A_filter_without_an_index_works_but_is_charged_as_a_scan(string filter, string? key, bool scans)
    {
        await using var account = await SampleAccount.Create(Define);
        for (var n = 0; n < 50; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = "a", N = n, Word = $"w{n}" });
        account.StandIn.Charges.Clear();
        Assert.Equal("3", Assert.Single(await account.Query<Sample>($"SELECT * FROM c WHERE {filter}", key)).Id);
        var charge = account.StandIn.Charges.TotalOf(one => one.Operation == CosmosOperation.Query);
        Assert.Equal(scans ? 2 * (2.3 + 50) : 2 * (2.3 + 1), charge, 6);
    }

    private static void Define(ContainerProperties properties)
    {
        properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/n/?" });
        properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/inner/kept/*" });
        properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/*" });
        properties.IndexingPolicy.CompositeIndexes.Add([new CompositePath { Path = "/n" }, new CompositePath { Path = "/word", Order = CompositePathSortOrder.Descending }]);
    }
}

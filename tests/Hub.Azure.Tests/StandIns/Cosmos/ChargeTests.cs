using System.Net;
using Hub.Azure.Tests.StandIns.Cosmos.Store;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class ChargeTests
{
    private static readonly PartitionKey Key = new("a");

    [Theory]
    [InlineData(100, 1.00, 4.95)]
    [InlineData(1024, 1.00, 4.95)]
    [InlineData(1536, 1.02, 5.62)]
    [InlineData(4096, 1.14, 6.67)]
    [InlineData(131072, 9.95, 48.19)]
    [InlineData(524288, 40.94, 198.49)]
    public void Prices_are_those_of_the_published_table_and_straight_lines_between(int bytes, double read, double insert)
    {
        Assert.Equal(read, RequestUnits.Read(bytes, strong: false), 6);
        Assert.Equal(2 * read, RequestUnits.Read(bytes, strong: true), 6);
        Assert.Equal(insert, RequestUnits.Insert(bytes, 0), 6);
        Assert.Equal(2 * insert, RequestUnits.Replace(bytes, 0), 6);
    }

    [Fact]
    public async Task The_client_is_told_what_the_list_of_charges_says()
    {
        await using var account = await SampleAccount.Create(NoIndex);
        account.StandIn.Charges.Clear();
        double told = 0;
        told += (await account.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key)).RequestCharge;
        Assert.Equal(4.95, told, 6);
        var read = (await account.Items.ReadItemAsync<Sample>("1", Key)).RequestCharge;
        Assert.Equal(2.0, read, 6);
        var relaxed = (await account.Items.ReadItemAsync<Sample>("1", Key, new ItemRequestOptions { ConsistencyLevel = ConsistencyLevel.Eventual })).RequestCharge;
        Assert.Equal(1.0, relaxed, 6);
        var replaced = (await account.Items.ReplaceItemAsync(new Sample { Id = "1", Pk = "a" }, "1", Key)).RequestCharge;
        Assert.Equal(9.9, replaced, 6);
        using var batch = await account.Items.CreateTransactionalBatch(Key)
            .CreateItem(new Sample { Id = "2", Pk = "a" }).CreateItem(new Sample { Id = "3", Pk = "a" }).ExecuteAsync();
        Assert.Equal(9.9, batch.RequestCharge, 6);
        Assert.Equal(told + read + relaxed + replaced + batch.RequestCharge, account.StandIn.Charges.Total, 6);
        Assert.Equal([CosmosOperation.Create, CosmosOperation.Read, CosmosOperation.Read, CosmosOperation.Replace, CosmosOperation.Batch], account.StandIn.Charges.OfItems.Select(charge => charge.Operation));
        Assert.All(account.StandIn.Charges.All, charge => Assert.Equal("items", charge.Container));
        Assert.Equal(HttpStatusCode.Created, account.StandIn.Charges.OfItems.First().Status);
    }

    [Fact]
    public async Task A_scan_is_charged_once_however_many_pages_it_takes()
    {
        await using var account = await SampleAccount.Create(NoIndex);
        for (var n = 0; n < 40; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = "a", N = n % 4 }, Key);
        account.StandIn.Charges.Clear();
        Assert.Equal(10, (await account.Query<Sample>("SELECT * FROM c WHERE c.n = 1", "a", 2)).Count);
        var queries = account.StandIn.Charges.OfItems.ToList();
        Assert.Equal(5, queries.Count);
        Assert.Equal(2 * (5 * 2.3 + 40), queries.Sum(query => query.RequestUnits), 6);
    }

    [Fact]
    public async Task Each_indexed_value_written_adds_to_the_price()
    {
        await using var all = await SampleAccount.Create();
        // id, pk, n; an absent word is written as null by the serializer.
        Assert.Equal(4.95 + 4 * 0.2, (await all.Items.CreateItemAsync(new Sample { Id = "1", Pk = "a" }, Key)).RequestCharge, 6);
    }

    private static void NoIndex(ContainerProperties properties)
    {
        properties.IndexingPolicy.IndexingMode = IndexingMode.None;
        properties.IndexingPolicy.Automatic = false;
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

public sealed class QueryTests
{
    public static TheoryData<string, string> Queries => new()
    {
        { "SELECT VALUE c.id FROM c WHERE c.n > 2", "3,4,5" },
        { "SELECT VALUE r.id FROM root r WHERE r.n >= 2 AND r.n <= 3", "2,3" },
        { "SELECT VALUE c.id FROM c WHERE c.n = 1 OR NOT (c.n < 5)", "1,5" },
        { "SELECT VALUE c.id FROM c WHERE c.n != 1 AND c['n'] <> 2", "3,4,5" },
        { "SELECT VALUE c.id FROM c WHERE c.n IN (1, 3, 9)", "1,3" },
        { "SELECT VALUE c.id FROM c WHERE c.n NOT IN (1, 3)", "2,4,5" },
        { "SELECT VALUE c.id FROM c WHERE c.n BETWEEN 2 AND 4 AND c.n <> 3", "2,4" },
        { "SELECT VALUE c.id FROM c WHERE IS_DEFINED(c.word)", "1,2,3,4" },
        { "SELECT VALUE c.id FROM c WHERE IS_DEFINED(c.word) = false", "5,6" },
        { "SELECT VALUE c.id FROM c WHERE IS_NULL(c.word)", "4" },
        { "SELECT VALUE c.id FROM c WHERE c.word = null", "4" },
        { "SELECT VALUE c.id FROM c WHERE c.word != null", "1,2,3" },
        { "SELECT VALUE c.id FROM c WHERE STARTSWITH(c.word, 'a')", "1,2" },
        { "SELECT VALUE c.id FROM c WHERE STARTSWITH(c.word, 'A')", "" },
        { "SELECT VALUE c.id FROM c WHERE STARTSWITH(c.word, 'A', true)", "1,2" },
        { "SELECT VALUE c.id FROM c WHERE LOWER(c.word) = 'bee'", "3" },
        { "SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.list, 'x')", "1,2" },
        { "SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(['1', '5'], c.id)", "1,5" },
        { "SELECT VALUE l FROM c JOIN l IN c.list", "x,y,x" },
        { "SELECT VALUE c.id FROM c JOIN l IN c.list WHERE l = 'x'", "1,2" },
        { "SELECT DISTINCT VALUE l FROM c JOIN l IN c.list", "x,y" },
        { "SELECT TOP 2 VALUE c.id FROM c", "1,2" },
        { "SELECT VALUE c.id FROM c OFFSET 1 LIMIT 2", "2,3" },
        { "SELECT VALUE c.id FROM c WHERE c.n < 3 ORDER BY c.n DESC", "2,1" },
        { "SELECT VALUE c.id FROM c ORDER BY c.mix", "6,4,3,5,1,2" },
        { "SELECT VALUE c.id FROM c WHERE c.n = '1'", "" },
        { "SELECT VALUE c.id FROM c WHERE c.n > 'a'", "" },
        { "SELECT VALUE c.id FROM c WHERE c.inner.deep = 7 AND c.list[1] = 'y'", "1" },
        { "SELECT VALUE c.id FROM c WHERE c.n + 1 = 3", "2" },
        { "SELECT VALUE COUNT(1) FROM c WHERE c.n > 1", "4" },
        { "SELECT VALUE COUNT(c.word) FROM c", "4" },
        { "SELECT VALUE MIN(c.n) FROM c", "1" },
        { "SELECT VALUE MAX(c.n) FROM c", "5" },
        { "SELECT VALUE SUM(c.n) FROM c", "15" },
    };

    [Theory, MemberData(nameof(Queries))]
    public async Task A_query_is_answered_as_the_service_answers_it(string sql, string expected)
    {
        await using var account = await Filled();
        foreach (var key in new[] { "a", null })
            foreach (var page in new int?[] { null, 1 })
                Assert.Equal(expected, string.Join(',', (await account.Query<object>(sql, key, page)).Select(value => value.ToString())));
    }

    [Fact]
    public async Task Selected_properties_have_their_names_and_undefined_ones_are_left_out()
    {
        await using var account = await Filled();
        var rows = await account.Query<JsonElement>("SELECT c.id, c.word AS w, {\"n\": c.n} AS o FROM c WHERE c.id IN (@a, @b)", "a", null, ("@a", "1"), ("@b", "5"));
        Assert.Equal(["{\"id\":\"1\",\"w\":\"ape\",\"o\":{\"n\":1}}", "{\"id\":\"5\",\"o\":{\"n\":5}}"], rows.Select(row => row.GetRawText()));
    }

    [Theory]
    [InlineData("SELECT * FROM c WHERE c.word LIKE 'a%'")]
    [InlineData("SELECT c.n, COUNT(1) FROM c GROUP BY c.n")]
    [InlineData("SELECT * FROM c WHERE EXISTS(SELECT VALUE l FROM l IN c.list)")]
    [InlineData("SELECT * FROM c WHERE REGEXMATCH(c.word, 'a')")]
    [InlineData("SELECT * FROM c WHERE d.id = '1'")]
    [InlineData("SELECT * FROM c WHERE c.order = 1")]
    [InlineData("SELECT * FROM c JOIN l IN c.list")]
    [InlineData("SELECT * FROM c WHERE c.id = @missing")]
    [InlineData("SELECT * FROM c WHERE c.id = 'open")]
    [InlineData("SELECT * FROM c WHERE (c.id = '1'")]
    [InlineData("SELECT * FROM c WHERE c.n ?? 1 = 1")]
    public async Task What_the_stand_in_does_not_know_is_refused(string sql)
    {
        await using var account = await Filled();
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<CosmosException>(() => account.Query<object>(sql, "a"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<CosmosException>(() => account.Query<object>(sql))).StatusCode);
    }

    [Fact]
    public async Task ReadMany_finds_items_of_several_partition_keys()
    {
        await using var account = await SampleAccount.Create();
        for (var n = 0; n < 150; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = $"p{n % 7}" });
        var wanted = Enumerable.Range(0, 120).Select(n => ($"{n}", new PartitionKey($"p{n % 7}"))).Append(("none", new PartitionKey("p1"))).ToList();
        var found = await account.Items.ReadManyItemsAsync<Sample>(wanted);
        Assert.Equal(Enumerable.Range(0, 120).Select(n => $"{n}").Order(), found.Select(item => item.Id).Order());
        Assert.Single(await account.Items.ReadManyItemsAsync<Sample>([("3", new PartitionKey("p3"))]));
        Assert.Empty(await account.Items.ReadManyItemsAsync<Sample>([("3", new PartitionKey("p4"))]));
    }

    [Fact]
    public async Task Pages_go_on_by_continuation_past_writers_in_between()
    {
        await using var account = await SampleAccount.Create();
        for (var n = 0; n < 10; n++) await account.Items.CreateItemAsync(new Sample { Id = $"{n}", Pk = "a", N = 10 - n });
        List<string> seen = [];
        string? continuation = null;
        do
        {
            using var iterator = account.Items.GetItemQueryIterator<Sample>("SELECT * FROM c ORDER BY c.n", continuation, new QueryRequestOptions { MaxItemCount = 3 });
            var page = await iterator.ReadNextAsync();
            Assert.InRange(page.Count, 0, 3);
            seen.AddRange(page.Select(item => item.Id));
            continuation = page.ContinuationToken;
            if (seen.Count == 3) await account.Items.DeleteItemAsync<Sample>(seen[2], new PartitionKey("a"));
        }
        while (continuation is not null);
        Assert.Equal(Enumerable.Range(0, 10).Reverse().Select(n => $"{n}"), seen);
    }

    private static async Task<SampleAccount> Filled()
    {
        var account = await SampleAccount.Create();
        foreach (var json in new[]
        {
            """{"id":"1","pk":"a","n":1,"word":"ape","list":["x","y"],"inner":{"deep":7},"mix":"text"}""",
            """{"id":"2","pk":"a","n":2,"word":"ant","list":["x"],"mix":[1]}""",
            """{"id":"3","pk":"a","n":3,"word":"Bee","mix":true}""",
            """{"id":"4","pk":"a","n":4,"word":null,"mix":null}""",
            """{"id":"5","pk":"a","n":5,"mix":5}""",
            """{"id":"6","pk":"a"}""",
        })
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
            using var answer = await account.Items.CreateItemStreamAsync(stream, new PartitionKey("a"));
            answer.EnsureSuccessStatusCode();
        }
        return account;
    }
}

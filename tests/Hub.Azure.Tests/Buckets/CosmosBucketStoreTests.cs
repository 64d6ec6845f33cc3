using System.Net;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Matching.Buckets;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Buckets;

public sealed class CosmosBucketStoreTests : IDisposable
{
    private readonly CosmosBuckets buckets = new();

    public void Dispose() => buckets.Dispose();

    private static BucketDocument Document(int page, long mark, string? version = null, params byte[] content) =>
        new() { Address = new("1.born.00ff", page), Mark = mark, Count = page == 0 ? content.Length : 0, Content = content, Version = version };

    private async Task<IReadOnlyDictionary<BucketAddress, BucketDocument>> ReadAsync() =>
        await buckets.Store.ReadAsync([.. Enumerable.Range(0, 4).Select(page => new BucketAddress("1.born.00ff", page))], default);

    private static bool IsWrite(CosmosRequest request) => request is { Container: "buckets", IsWrite: true };

    [Fact]
    public async Task What_is_written_is_read_as_it_was()
    {
        Assert.Empty(await ReadAsync());
        var head = Document(0, 3, null, 1, 2) with { Kept = 2, Pages = [3, 2] };
        Assert.True(await buckets.Store.WriteAsync([head, Document(1, 3, null, 4, 5), Document(2, 2) with { IsSpent = true }], default));

        var read = await ReadAsync();

        Assert.Equal([0, 1, 2], read.Keys.Select(a => a.Page).Order());
        var (first, second) = (read[head.Address], read[head.Address with { Page = 1 }]);
        Assert.Equal((3, 2, 2), (first.Mark, first.Count, first.Kept));
        Assert.Equal([3, 2], first.Pages);
        Assert.Equal([1, 2], first.Content.ToArray());
        Assert.Equal([4, 5], second.Content.ToArray());
        Assert.True(read[head.Address with { Page = 2 }].IsSpent);
    }

    [Fact]
    public async Task Whoever_read_an_older_head_writes_nothing()
    {
        Assert.True(await buckets.Store.WriteAsync([Document(0, 1, null, 1)], default));
        var version = (await ReadAsync())[new("1.born.00ff", 0)].Version;
        Assert.False(await buckets.Store.WriteAsync([Document(0, 2, null, 9)], default));
        Assert.False(await buckets.Store.WriteAsync([Document(0, 2, null, 9), Document(1, 2, null, 9)], default));
        Assert.True(await buckets.Store.WriteAsync([Document(0, 2, version, 2)], default));

        Assert.False(await buckets.Store.WriteAsync([Document(0, 3, version, 3)], default));
        Assert.False(await buckets.Store.WriteAsync([Document(0, 3, version, 3), Document(1, 3, null, 3)], default));

        var only = Assert.Single(await ReadAsync()).Value;
        Assert.Equal([2], only.Content.ToArray());
    }

    [Fact]
    public async Task A_failure_is_thrown_and_is_no_answer()
    {
        buckets.StandIn.Faults.Refuse(IsWrite, times: 100, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Assert.ThrowsAsync<CosmosException>(() => buckets.Store.WriteAsync([Document(0, 1)], default))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Assert.ThrowsAsync<CosmosException>(() => buckets.Store.WriteAsync([Document(0, 1), Document(1, 1)], default))).StatusCode);
    }

    [Fact]
    public async Task Many_are_read_in_several_requests()
    {
        BucketAddress[] all = [.. Enumerable.Range(0, 450).Select(i => new BucketAddress($"1.born.{i:x4}", 0))];
        BucketAddress[] there = [all[0], all[199], all[200], all[399], all[400], all[449]];
        foreach (var address in there)
        {
            await buckets.Store.WriteAsync([new BucketDocument { Address = address, Mark = 1 }], default);
        }

        buckets.StandIn.Charges.Clear();
        Assert.Equal(there.ToHashSet(), (await buckets.Store.ReadAsync([.. all, .. all], default)).Keys.ToHashSet());
        Assert.InRange(buckets.StandIn.Charges.All.Count(c => c.Container == "buckets"), 3, 9);
    }
}

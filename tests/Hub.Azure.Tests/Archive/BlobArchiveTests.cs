using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Archive;
using Hub.Azure.Archive;
using Hub.Azure.Tests.StandIns.Azurite;
using Hub.Testing;

namespace Hub.Azure.Tests.Archive;

/// <summary>What the archive in Blob Storage does beyond the contract: large contents, failures, policies of immutability.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobArchiveTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualTime time = new(A.Moment);
    private BlobContainerClient container = null!;
    private BlobContainerClient drafts = null!;

    public async Task InitializeAsync() => (container, drafts) = (await azurite.ContainerAsync(), await azurite.ContainerAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(BlobArchive.MaxInMemory - 1)]
    [InlineData(BlobArchive.MaxInMemory)]
    [InlineData((3 * BlobArchive.MaxInMemory) + 1)]
    public async Task A_stream_that_is_only_read_forward_is_stored_whole_and_leaves_no_draft(int length)
    {
        var content = Bytes(length);
        var archive = Archive();

        var address = await archive.PutAsync(new Trickle(content), None);

        Assert.Equal(ArchiveAddress.Of(content), address);
        await using var read = await archive.OpenAsync(address, None);
        Assert.Equal(content, await AllAsync(read!));
        Assert.Equal([$"{address.Sha256[..2]}/{address.Sha256}"], await NamesAsync(container));
        Assert.Empty(await NamesAsync(drafts));
    }

    [Fact]
    public async Task A_large_content_is_read_from_anywhere()
    {
        var content = Bytes((2 * BlobArchive.MaxInMemory) + 100);
        var archive = Archive();
        await using var read = await archive.OpenAsync(await archive.PutAsync(new MemoryStream(content), None), None);

        read!.Position = content.Length - 50;

        Assert.Equal(content[^50..], await AllAsync(read));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_stores_nothing_and_leaves_no_draft()
    {
        var broken = new Trickle(Bytes(3 * BlobArchive.MaxInMemory)) { BreaksAt = 2 * BlobArchive.MaxInMemory };

        await Assert.ThrowsAsync<IOException>(() => Archive().PutAsync(broken, None));

        Assert.Empty(await NamesAsync(container));
        Assert.Empty(await NamesAsync(drafts));
    }

    [Fact]
    public async Task A_draft_that_a_crash_left_is_swept_by_the_next_expiry_and_one_under_way_is_not()
    {
        var faults = new NetworkFaults { Answer = request => request.Method == HttpMethod.Delete ? NetworkFaults.Refusal(HttpStatusCode.Forbidden, "AuthorizationFailure") : null };
        var crashing = new BlobArchive(container, azurite.Through(faults, drafts), time);
        await Assert.ThrowsAsync<IOException>(() => crashing.PutAsync(new Trickle(Bytes(3 * BlobArchive.MaxInMemory)) { BreaksAt = 2 * BlobArchive.MaxInMemory }, None));
        Assert.Single(await NamesAsync(drafts));

        time.Advance(BlobArchive.LongestDraft);
        await Archive().ExpireAsync(A.Moment, None);
        Assert.Single(await NamesAsync(drafts));

        time.Advance(TimeSpan.FromSeconds(1));
        await Archive().ExpireAsync(A.Moment, None);
        Assert.Empty(await NamesAsync(drafts));
    }

    [Theory]
    [InlineData(10)]
    [InlineData((2 * BlobArchive.MaxInMemory) + 1)]
    public async Task An_answer_lost_after_storing_makes_no_difference(int length)
    {
        var lost = 0;
        var faults = new NetworkFaults
        {
            LosesAnswer = request => request.Method == HttpMethod.Put && request.Headers.IfNoneMatch.Count > 0 && Interlocked.Increment(ref lost) == 1,
        };
        var content = Bytes(length);
        var archive = new BlobArchive(azurite.Through(faults, container), drafts, time);

        var address = await archive.PutAsync(new MemoryStream(content), None);

        Assert.True(lost > 1, "The client tried again after the answer was lost.");
        await using var read = await archive.OpenAsync(address, None);
        Assert.Equal(content, await AllAsync(read!));
    }

    [Fact]
    public async Task What_a_policy_holds_is_told_and_everything_else_expires()
    {
        var first = await Archive().PutAsync(new byte[] { 1 }, None);
        var held = await Archive().PutAsync(new byte[] { 2 }, None);
        var last = await Archive().PutAsync(new byte[] { 3 }, None);
        var archive = new BlobArchive(azurite.Through(Holding(held), container), drafts, time);

        var told = await Assert.ThrowsAsync<ArchiveHeldException>(() => archive.ExpireAsync(DateTimeOffset.MaxValue, None));

        Assert.Equal((2, 1), (told.Removed, told.Held));
        Assert.Null(await archive.OpenAsync(first, None));
        Assert.Null(await archive.OpenAsync(last, None));
        await Assert.ThrowsAsync<ArchiveHeldException>(() => archive.RemoveAsync(held, None));
        await using var kept = await archive.OpenAsync(held, None);
        Assert.Equal([2], await AllAsync(kept!));
    }

    [Fact]
    public async Task Putting_what_a_policy_holds_again_is_no_failure()
    {
        var address = await Archive().PutAsync(new byte[] { 1 }, None);
        var faults = new NetworkFaults { Answer = request => request.Method == HttpMethod.Put ? NetworkFaults.Refusal(HttpStatusCode.Conflict, "BlobImmutableDueToPolicy") : null };

        Assert.Equal(address, await new BlobArchive(azurite.Through(faults, container), drafts, time).PutAsync(new byte[] { 1 }, None));
    }

    [Fact]
    public async Task A_container_that_is_missing_is_not_taken_for_an_address_never_stored()
    {
        var missing = new BlobArchive(new BlobContainerClient(azurite.ConnectionString, "nowhere"), drafts, time);

        var failure = await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => missing.OpenAsync(ArchiveAddress.Of([1]), None));

        Assert.Equal(BlobErrorCode.ContainerNotFound.ToString(), failure.ErrorCode);
    }

    private static NetworkFaults Holding(ArchiveAddress address) => new()
    {
        Answer = request => request.Method == HttpMethod.Delete && request.RequestUri!.AbsolutePath.EndsWith(address.Sha256, StringComparison.Ordinal)
            ? NetworkFaults.Refusal(HttpStatusCode.Conflict, "BlobImmutableDueToPolicy")
            : null,
    };

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static async Task<byte[]> AllAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<List<string>> NamesAsync(BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private BlobArchive Archive() => new(container, drafts, time);
}

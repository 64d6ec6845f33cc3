using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Hub.Azure.Archive;
using Hub.Azure.Tests.StandIns.Azurite;
using Hub.Border.Manifests;
using Hub.Testing.Contracts;

namespace Hub.Azure.Tests.Archive;

[Collection(AzuriteCollection.Name)]
public sealed class BlobManifestDropContractTests(Azurite azurite) : ManifestDropContract, IAsyncLifetime
{
    private BlobContainerClient container = null!;

    public async Task InitializeAsync() => container = await azurite.ContainerAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_has_not_got_it_in_hand_leaves_it_to_who_has()
    {
        var (one, other) = (await CreateAsync(), await CreateAsync());
        await LayAsync("list.edi", "content");
        await using var file = await one.OpenAsync("list.edi", None);
        await using var seen = await other.ReadAsync("list.edi", None);

        await other.RemoveAsync(seen!, None);

        Assert.Equal("content", await new StreamReader(file!.Content).ReadToEndAsync());
        await one.RemoveAsync(file, None);
        Assert.Empty(await other.LyingAsync(DateTimeOffset.MaxValue, 10, None));
    }

    [Fact]
    public async Task A_file_in_hand_cannot_be_written_over()
    {
        var drop = await CreateAsync();
        await LayAsync("list.edi", "first");
        await using var file = await drop.OpenAsync("list.edi", None);

        await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => LayAsync("list.edi", "second"));

        Assert.Equal("first", await new StreamReader(file!.Content).ReadToEndAsync());
    }

    [Fact]
    public async Task A_file_that_is_only_read_can_be_written_over_and_what_was_read_is_not_mixed_with_it()
    {
        var drop = await CreateAsync();
        await LayAsync("list.edi", "first");
        await using var file = await drop.ReadAsync("list.edi", None);
        await LayAsync("list.edi", "other");

        var failure = await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => new StreamReader(file!.Content).ReadToEndAsync());

        Assert.Equal(BlobErrorCode.ConditionNotMet.ToString(), failure.ErrorCode);
    }

    [Fact]
    public async Task One_whose_hold_ended_under_us_and_that_was_written_anew_stays()
    {
        var drop = await CreateAsync();
        await LayAsync("list.edi", "first");
        await using var file = await drop.OpenAsync("list.edi", None);
        await container.GetBlobClient("list.edi").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await LayAsync("list.edi", "newer");

        await drop.RemoveAsync(file!, None);

        Assert.Equal(["list.edi"], await drop.LyingAsync(DateTimeOffset.MaxValue, 10, None));
    }

    [Fact]
    public async Task A_lease_is_renewed_while_the_file_is_in_hand()
    {
        var renewals = 0;
        var renewed = new TaskCompletionSource();
        var faults = new NetworkFaults
        {
            Answer = request =>
            {
                if (request.Headers.TryGetValues("x-ms-lease-action", out var action) && action.Contains("renew") && ++renewals == 2)
                {
                    renewed.SetResult();
                }

                return null;
            },
        };
        await LayAsync("list.edi", "content");
        await using var file = await new BlobManifestDrop(azurite.Through(faults, container), Time).OpenAsync("list.edi", None);

        while (!renewed.Task.IsCompleted)
        {
            await Time.SomebodyWaitsAsync();
            Time.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Null(await (await CreateAsync()).OpenAsync("list.edi", None));
    }

    protected override Task<IManifestDrop> CreateAsync() => Task.FromResult<IManifestDrop>(new BlobManifestDrop(container, Time));

    protected override async Task<DateTimeOffset> LayAsync(string name, string content)
    {
        var written = await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);
        return written.Value.LastModified;
    }
}

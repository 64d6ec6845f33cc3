using Azure.Storage.Blobs;
using Hub.Azure.Archive;
using Hub.Azure.Tests.StandIns.Azurite;

namespace Hub.Azure.Tests.Archive;

[Collection(AzuriteCollection.Name)]
public sealed class HubContainersTests(Azurite azurite)
{
    [Fact]
    public async Task Containers_that_are_missing_are_made_and_others_left_alone()
    {
        var blobs = BlobClients.Create(new BlobSettings { ConnectionString = azurite.ConnectionString }, () => throw new InvalidOperationException("An emulator asks for no identity."));
        await blobs.GetBlobContainerClient(HubContainers.Archive).CreateIfNotExistsAsync();
        await blobs.GetBlobContainerClient(HubContainers.Archive).GetBlobClient("kept").UploadAsync(BinaryData.FromString("x"), overwrite: true);

        await HubContainers.CreateMissingAsync(blobs, CancellationToken.None);

        Assert.True(await blobs.GetBlobContainerClient(HubContainers.Archive).GetBlobClient("kept").ExistsAsync());
        foreach (var name in HubContainers.All)
        {
            Assert.True(await new BlobContainerClient(azurite.ConnectionString, name).ExistsAsync());
        }
    }
}

using Hub.Archive;
using Hub.Azure.Archive;
using Hub.Azure.Tests.StandIns.Azurite;
using Hub.Testing.Contracts;

namespace Hub.Azure.Tests.Archive;

[Collection(AzuriteCollection.Name)]
public sealed class BlobArchiveContractTests(Azurite azurite) : ArchiveContract
{
    protected override async Task<IArchive> CreateAsync() =>
        new BlobArchive(await azurite.ContainerAsync(), await azurite.ContainerAsync(), Time);
}

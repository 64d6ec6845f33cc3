using Hub.Border.Manifests;
using Hub.Embedded.Files;
using Hub.Testing.Contracts;

namespace Hub.Embedded.Tests.Files;

public sealed class ManifestDropFolderTests : ManifestDropContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override Task<IManifestDrop> CreateAsync() => Task.FromResult<IManifestDrop>(new ManifestDropFolder(directory.Path));

    protected override async Task<DateTimeOffset> LayAsync(string name, string content)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        var file = new FileInfo(Path.Combine(directory.Path, IManifestDrop.Container, name));
        file.Directory!.Create();
        await File.WriteAllTextAsync(file.FullName, content);
        file.LastWriteTimeUtc = Time.GetUtcNow().UtcDateTime;
        return Time.GetUtcNow();
    }
}

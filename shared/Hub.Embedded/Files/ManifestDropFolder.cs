using Hub.Border.Manifests;

namespace Hub.Embedded.Files;

/// <summary>The drop folder for manifests.</summary>
/// <param name="blobRoot">The folder whose sub-folders are the containers of blob triggers.</param>
public sealed class ManifestDropFolder(string blobRoot) : IManifestDrop
{
    private readonly string folder = Path.Combine(Path.GetFullPath(blobRoot), IManifestDrop.Container);

    /// <exception cref="ArgumentException">The name leads out of the folder.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        File.Delete(FileOf(name));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> LyingAsync(DateTimeOffset writtenBefore, int max, CancellationToken cancellationToken)
    {
        var found = new DirectoryInfo(folder) is { Exists: true } directory ? directory.EnumerateFiles("*", SearchOption.AllDirectories) : [];
        return Task.FromResult<IReadOnlyList<string>>(
        [
            .. found
                .Where(file => file.LastWriteTimeUtc < writtenBefore.UtcDateTime)
                .OrderBy(file => file.LastWriteTimeUtc)
                .Take(max)
                .Select(file => Path.GetRelativePath(folder, file.FullName).Replace('\\', '/')),
        ]);
    }

    /// <exception cref="ArgumentException">The name leads out of the folder.</exception>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(FileOf(name), FileMode.Open, FileAccess.Read, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (IOException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    private string FileOf(string name)
    {
        var file = Path.GetFullPath(Path.Combine(folder, name));
        return file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? file
            : throw new ArgumentException("The name leads out of the drop folder.", nameof(name));
    }
}

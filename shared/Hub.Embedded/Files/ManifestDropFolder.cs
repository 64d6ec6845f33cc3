using System.Globalization;
using Hub.Border.Manifests;

namespace Hub.Embedded.Files;

/// <summary>The drop folder for manifests.</summary>
/// <param name="blobRoot">The folder whose sub-folders are the containers of blob triggers.</param>
public sealed class ManifestDropFolder(string blobRoot) : IManifestDrop
{
    // Nobody else reads it meanwhile. Windows must be told that it may be removed; elsewhere it may, and saying so would let others read.
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private readonly string folder = Path.Combine(Path.GetFullPath(blobRoot), IManifestDrop.Container);

    public Task RemoveAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var path = FileOf(file.Name);
        var aside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            // Looked at where nobody can put another in its place. After a crash here it is one more dropped file.
            File.Move(path, aside);
            if (VersionOf(new FileInfo(aside)) == file.Version)
            {
                File.Delete(aside);
            }
            else
            {
                File.Move(aside, path, overwrite: false);
            }
        }
        catch (IOException)
        {
            // It has gone, or a still newer one came: then the newer of before is taken in under the name it has now.
        }

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
    public Task<DroppedFile?> OpenAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Open(name, Alone));

    /// <exception cref="ArgumentException">The name leads out of the folder.</exception>
    public Task<DroppedFile?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Open(name, FileShare.Read | FileShare.Delete));

    private DroppedFile? Open(string name, FileShare share)
    {
        var path = FileOf(name);
        try
        {
            // Looked at first: what is put there in between has another version.
            var version = VersionOf(new FileInfo(path));
            return new DroppedFile(name, version, new FileStream(path, FileMode.Open, FileAccess.Read, share, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">It has gone.</exception>
    private static string VersionOf(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");

    private string FileOf(string name)
    {
        var file = Path.GetFullPath(Path.Combine(folder, name));
        return file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? file
            : throw new ArgumentException("The name leads out of the drop folder.", nameof(name));
    }
}

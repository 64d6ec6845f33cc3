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
        var file = Path.GetFullPath(Path.Combine(folder, name));
        if (!file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException("The name leads out of the drop folder.", nameof(name));
        }

        File.Delete(file);
        return Task.CompletedTask;
    }
}

namespace Hub.Border.Manifests;

/// <summary>One version of a file in <see cref="IManifestDrop"/>, opened. Disposing closes it and lets it go.</summary>
/// <param name="name">Its name below the container.</param>
/// <param name="version">The adapter's own mark of what was there when it was opened; another once its sender writes it anew.</param>
/// <param name="content">Can be read from anywhere.</param>
public class DroppedFile(string name, string version, Stream content) : IAsyncDisposable
{
    public string Name { get; } = name;

    public string Version { get; } = version;

    public Stream Content { get; } = content;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Content.DisposeAsync();
    }
}

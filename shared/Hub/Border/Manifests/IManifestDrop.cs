namespace Hub.Border.Manifests;

/// <summary>The container (on the embedded host: the folder) <c>manifests</c> that large manifests are dropped into.</summary>
public interface IManifestDrop
{
    const string Container = "manifests";

    /// <summary>Removes a dropped file once it is taken in or refused; nothing where it has gone already.</summary>
    Task RemoveAsync(string name, CancellationToken cancellationToken);

    /// <summary>Names of files last written before a moment and still there, oldest first: whoever should have taken them did not.</summary>
    /// <param name="max">At most so many.</param>
    Task<IReadOnlyList<string>> LyingAsync(DateTimeOffset writtenBefore, int max, CancellationToken cancellationToken);

    /// <summary>A dropped file; null where it has gone, or somebody has it in hand. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);
}

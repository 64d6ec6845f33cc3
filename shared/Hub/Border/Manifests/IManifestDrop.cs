namespace Hub.Border.Manifests;

/// <summary>The container (on the embedded host: the folder) <c>manifests</c> that large manifests are dropped into.</summary>
public interface IManifestDrop
{
    const string Container = "manifests";

    /// <summary>
    /// Removes a dropped file once it is taken in or refused; nothing where it has gone, or somebody else has it in hand.
    /// Where its sender wrote it anew since it was opened, the newer one stays: nobody has read it.
    /// </summary>
    Task RemoveAsync(DroppedFile file, CancellationToken cancellationToken);

    /// <summary>Names of files last written before a moment and still there, oldest first: whoever should have taken them did not.</summary>
    /// <param name="max">At most so many.</param>
    Task<IReadOnlyList<string>> LyingAsync(DateTimeOffset writtenBefore, int max, CancellationToken cancellationToken);

    /// <summary>Takes a dropped file in hand: nobody else can until it is disposed. Null where it has gone, or somebody has it in hand.</summary>
    Task<DroppedFile?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// A dropped file as it lies there now, in nobody's way: its sender, who may have only begun, can go on writing.
    /// Reading on fails, or goes wrong, once it is written anew. Null where it has gone.
    /// </summary>
    Task<DroppedFile?> ReadAsync(string name, CancellationToken cancellationToken);
}

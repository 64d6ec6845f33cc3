namespace Hub.Border.Manifests;

/// <summary>The container (on the embedded host: the folder) <c>manifests</c> that large manifests are dropped into.</summary>
public interface IManifestDrop
{
    const string Container = "manifests";

    /// <summary>Removes a dropped file once it is taken in or refused; nothing where it has gone already.</summary>
    Task RemoveAsync(string name, CancellationToken cancellationToken);
}

using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Hub.Border.Manifests;

namespace Hub.Azure.Archive;

/// <summary>The hub's containers in Blob Storage.</summary>
public static class HubContainers
{
    /// <summary>Reports and attachments as received. May have a policy of immutability, shorter than the hub keeps them.</summary>
    public const string Archive = "archive";

    /// <summary>Manifests as received. No policy of immutability: some must go the moment they are screened.</summary>
    public const string ManifestFiles = "manifest-files";

    /// <summary>Large contents on their way into the other two. No policy of immutability.</summary>
    public const string Drafts = "drafts";

    /// <summary>Where large manifests are dropped.</summary>
    public const string Dropped = IManifestDrop.Container;

    /// <summary>The keys that protect what browsers hold.</summary>
    public const string Keys = "keys";

    public static ImmutableArray<string> All { get; } = [Archive, ManifestFiles, Drafts, Dropped, Keys];

    /// <summary>For emulators; in Azure the deployment makes them.</summary>
    public static Task CreateMissingAsync(BlobServiceClient blobs, CancellationToken cancellationToken) =>
        Task.WhenAll(All.Select(name => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
}

using System.Globalization;
using Azure.Storage.Blobs.Models;

namespace Hub.Azure.Archive;

/// <summary>When a blob was first stored, by the hub's clock: written with the blob, once, and never by anybody else.</summary>
internal static class StoredAt
{
    private const string Name = "storedat";

    public static Dictionary<string, string> Metadata(DateTimeOffset moment) => new() { [Name] = moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) };

    /// <summary>The blob's own date stands in where somebody put a blob there by other means.</summary>
    public static DateTimeOffset Of(BlobItem blob) =>
        blob.Metadata is { } metadata && metadata.TryGetValue(Name, out var written)
            && DateTimeOffset.TryParseExact(written, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : blob.Properties.LastModified ?? DateTimeOffset.MaxValue;
}

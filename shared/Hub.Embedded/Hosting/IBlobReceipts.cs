namespace Hub.Embedded.Hosting;

/// <summary>Remembers which blobs a blob trigger has worked on, across restarts.</summary>
public interface IBlobReceipts
{
    Task<BlobReceipt?> FindAsync(string function, string path, CancellationToken cancellationToken);

    /// <summary>Adds or replaces the receipt of one function and path.</summary>
    Task RecordAsync(BlobReceipt receipt, CancellationToken cancellationToken);
}

/// <summary>How a blob trigger fared with one blob.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Path">Container and name, with forward slashes.</param>
/// <param name="Version">Length and time of last change: a blob written anew is worked on anew.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Done">True when a try succeeded; no more follow.</param>
/// <param name="At">When the last try ended. UTC.</param>
/// <param name="Error">The type of the last try's error, without personal data; null where it succeeded.</param>
public sealed record BlobReceipt(string Function, string Path, string Version, int Attempts, bool Done, DateTimeOffset At, string? Error);

using System.Diagnostics.CodeAnalysis;

namespace Hub.Archive;

/// <summary>
/// Where archived bytes are found: their SHA-256, 64 lower-case hex digits. Equal bytes have equal addresses.
/// </summary>
public readonly record struct ArchiveAddress(string Sha256) : IParsable<ArchiveAddress>
{
    public static ArchiveAddress Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));

    public static ArchiveAddress Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var address) ? address : throw new FormatException("An archive address is 64 lower-case hex digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArchiveAddress result)
    {
        var ok = s is { Length: 64 } && s.All(char.IsAsciiHexDigitLower);
        result = ok ? new ArchiveAddress(s!) : default;
        return ok;
    }

    public override string ToString() => Sha256;
}

/// <summary>
/// Keeps bytes as they were received. Written once under their own hash: writing the same bytes again changes
/// nothing, other bytes can never stand under the same address. Durable once the call returns.
/// </summary>
public interface IArchive
{
    Task<ArchiveAddress> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Stores a stream of unknown length without holding it in memory.</summary>
    Task<ArchiveAddress> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>The bytes, or null where they were never stored or have expired. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(ArchiveAddress address, CancellationToken cancellationToken);

    /// <summary>Removes what was first stored before a moment; returns how many were removed.</summary>
    /// <exception cref="ArchiveHeldException">Some are held by a retention policy of the storage; the others were removed.</exception>
    Task<int> ExpireAsync(DateTimeOffset storedBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Removes these bytes now; false where they are not there. A reader who has them open may read on (Blob: where they
    /// are at most 4 MB; a reader of more may fail, and finds them gone when it opens them again).
    /// </summary>
    /// <exception cref="ArchiveHeldException">A retention policy of the storage holds them.</exception>
    Task<bool> RemoveAsync(ArchiveAddress address, CancellationToken cancellationToken);
}

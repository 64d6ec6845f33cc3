using Hub.Places;

namespace Hub.Border.Manifests;

/// <summary>Reads one format of manifest.</summary>
public interface IManifestReader
{
    /// <summary>
    /// Reads a manifest in bounded memory, however long it is. What was yielded before an exception counts for nothing.
    /// </summary>
    /// <exception cref="ManifestRefusedException">The file as a whole cannot be used.</exception>
    IAsyncEnumerable<ManifestItem> ReadAsync(Stream content, ManifestContext context, CancellationToken cancellationToken);
}

/// <summary>What reading a manifest depends on.</summary>
/// <param name="Now">The moment of receipt. UTC. Decides centuries of two-digit years.</param>
/// <param name="Airports">Where airports lie, and their clocks.</param>
/// <param name="Countries">The codes and names of countries.</param>
public sealed record ManifestContext(DateTimeOffset Now, AirportDirectory Airports, CountryDirectory Countries)
{
    /// <summary>The flight, where something beside the file says it (a file of lines need not then repeat it); null otherwise.</summary>
    public StatedFlight? Stated { get; init; }
}

/// <summary>A flight as stated beside a file, as written; the reader checks it.</summary>
/// <param name="Flight">Designator, such as <c>BA9</c>.</param>
/// <param name="From">Airport code.</param>
/// <param name="To">Airport code.</param>
/// <param name="Departs">Day, or day and time, on the clocks of <paramref name="From"/>.</param>
/// <param name="Arrives">Day, or day and time, on the clocks of <paramref name="To"/>.</param>
public sealed record StatedFlight(string? Flight, string? From, string? To, string? Departs, string? Arrives);

/// <summary>A manifest that as a whole cannot be used: nothing of it is kept.</summary>
/// <param name="at">Where; null where it is about the whole file.</param>
/// <param name="code">Stable and kebab-case.</param>
/// <param name="message">What is wrong and what was expected, without anything the file says of persons.</param>
public sealed class ManifestRefusedException(ManifestPlace? at, string code, string message) : Exception(at is null ? message : $"{message} ({at})")
{
    public ManifestPlace? At { get; } = at;

    public string Code { get; } = code;

    /// <summary>The message without the place.</summary>
    public string Reason { get; } = message;
}

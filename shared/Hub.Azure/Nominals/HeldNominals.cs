using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>Nominals, and a feed's mark, as they were together at one place of the log.</summary>
/// <param name="At">All up to here was applied before they were read, and nothing after it is among them.</param>
/// <param name="Feed">The feed whose mark was read; null where none was asked for.</param>
/// <param name="StoredMark">Its mark; null where it has none.</param>
internal sealed record HeldNominals(LogPosition At, IReadOnlyDictionary<string, Stored<CurrentNominal>> Nominals, string? Feed, Stored<FeedMark>? StoredMark)
{
    public Stored<CurrentNominal>? this[string id] => Nominals.GetValueOrDefault(id);

    public RegisterState State() => new(Nominals.ToDictionary(n => n.Key, n => n.Value.Document.Read(), StringComparer.Ordinal), StoredMark?.Document.Mark ?? 0);
}

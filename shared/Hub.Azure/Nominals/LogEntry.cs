using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>
/// One writing of the register: a document of the log. It is the truth; creating it is the commit.
/// </summary>
internal sealed record LogEntry
{
    /// <summary>Entries of one logical partition: at 20 MB each on average they would fill its 20 GB.</summary>
    public const int EpochLength = 1_000;

    /// <summary>With more nominals than this, that an entry is applied is told by the head, not by looking at each.</summary>
    private const int MostSmall = 8;

    public string Id => IdOf(N);

    public string Log => PartitionOf(N);

    /// <summary>1 for the first writing, then one more each, without gaps.</summary>
    public required long N { get; init; }

    /// <summary>An id of this attempt's own, by which it knows its document again when the answer was lost.</summary>
    public required string Writing { get; init; }

    /// <summary>When. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required RegisterWriting How { get; init; }

    /// <summary>The register's high-water mark before it. Its changes have the numbers after this, in their order.</summary>
    public required long First { get; init; }

    /// <summary>The register's high-water mark after it.</summary>
    public required long Last { get; init; }

    /// <summary>What changed; empty here where it stands in parts.</summary>
    public ImmutableArray<LogChange> Changes { get; init; } = [];

    /// <summary>How many parts hold the changes; 0 where they stand here.</summary>
    public int Parts { get; init; }

    /// <summary>Nominals of which a source said the same again.</summary>
    public ImmutableArray<LogConfirmation> Confirmed { get; init; } = [];

    /// <summary>The new mark of the writing's feed. As text: Cosmos DB keeps numbers of up to 2⁵³ only.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? FeedMark { get; init; }

    public LoadProgress? Progress { get; init; }

    [JsonIgnore]
    public bool IsWhole => Changes.Length == Last - First;

    [JsonIgnore]
    public bool IsLarge => Last - First + Confirmed.Length > MostSmall;

    [JsonIgnore]
    public LogPosition Position => new(N, Last);

    public static string IdOf(long n) => n.ToString("D12", CultureInfo.InvariantCulture);

    public static string PartitionOf(long n) => string.Create(CultureInfo.InvariantCulture, $"log:{(n - 1) / EpochLength}");

    /// <summary>Whether it wrote any of these nominals, or moved this feed's mark.</summary>
    public bool Touches(IReadOnlySet<string> nominals, string? feed) =>
        (FeedMark is not null && How.Feed == feed) || Changes.Any(c => nominals.Contains(c.Nominal)) || Confirmed.Any(c => nominals.Contains(c.Nominal));

    /// <summary>Its changes as the port hands them out, from after a mark.</summary>
    public IEnumerable<NominalChange> ChangesAfter(long mark) => Changes.Select((change, place) => new NominalChange
    {
        Nominal = change.Nominal,
        Number = change.Number,
        Sequence = First + 1 + place,
        At = At,
        Writing = How,
        Kind = change.Kind,
        Before = change.Before,
        After = change.After,
        PreviousHash = change.PreviousHash,
        Hash = change.Hash,
    }).Where(change => change.Sequence > mark);
}

/// <summary>One changed nominal of a writing.</summary>
/// <param name="Number">Its place in the nominal's chain.</param>
/// <param name="Before">The record before as stored, to the letter, as the hashes are over it: as text, since Cosmos DB may write JSON anew.</param>
/// <param name="After">The record after, likewise.</param>
internal sealed record LogChange(string Nominal, int Number, NominalChangeKind Kind, string PreviousHash, string Hash, string? Before, string After)
{
    public static LogChange Of(PreparedChange change) => new(
        change.Nominal, change.Number, change.Kind, change.PreviousHash, change.Hash, change.Before is { } before ? Encoding.UTF8.GetString(before) : null, Encoding.UTF8.GetString(change.After));
}

/// <summary>A nominal of which its source said the same again.</summary>
/// <param name="Updated">When it last did. UTC.</param>
internal sealed record LogConfirmation(string Nominal, DateTimeOffset Updated);

/// <summary>Changes of a writing too large for one document. It passes away by itself, until the commit of its entry keeps it for good.</summary>
internal sealed record LogPart
{
    public required string Id { get; init; }

    /// <summary>The partition of the entry, so that one batch can commit both.</summary>
    public required string Log { get; init; }

    /// <summary>Seconds.</summary>
    public required int Ttl { get; init; }

    public required ImmutableArray<LogChange> Changes { get; init; }

    public static string IdOf(string writing, int place) => string.Create(CultureInfo.InvariantCulture, $"part-{writing}-{place}");
}

/// <summary>A place in the log.</summary>
/// <param name="N">Number of a writing; 0 before the first.</param>
/// <param name="Last">The register's high-water mark after it.</param>
internal sealed record LogPosition(long N, long Last);

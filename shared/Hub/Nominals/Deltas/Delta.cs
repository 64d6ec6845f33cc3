using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Nominals;

/// <summary>Changes of the register that one source sends together: all are taken in, or none.</summary>
/// <param name="Source">Who numbers them, such as <c>visor</c>.</param>
/// <param name="After">The last sequence the source has sent before them.</param>
/// <param name="Deltas">By rising sequence, at most <see cref="MaxDeltas"/>.</param>
public sealed record DeltaBatch(string Source, long After, ImmutableArray<Delta> Deltas)
{
    public const int MaxDeltas = 1_000;

    /// <summary>The largest body of a batch.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;
}

/// <summary>One change of one nominal.</summary>
/// <param name="Sequence">The source's own number of it, rising from delta to delta.</param>
/// <param name="Id">The nominal.</param>
public abstract record Delta(long Sequence, string Id)
{
    /// <summary>The record as the source holds it, whole.</summary>
    public sealed record Upsert(long Sequence, Nominal Nominal) : Delta(Sequence, Nominal.Id);

    /// <summary>Some fields of the record.</summary>
    /// <param name="Updated">When the source changed it. UTC.</param>
    /// <param name="Set">A merge patch (RFC 7396) of the record as senders write it.</param>
    public sealed record Change(long Sequence, string Id, DateTimeOffset Updated, JsonElement Set) : Delta(Sequence, Id);

    /// <summary>The nominal's time on the register ended.</summary>
    /// <param name="At">When. UTC.</param>
    public sealed record End(long Sequence, string Id, DateTimeOffset At) : Delta(Sequence, Id);

    /// <summary>The record and another are one person: that one stands for both.</summary>
    public sealed record Merge(long Sequence, string Id, string Into) : Delta(Sequence, Id);

    /// <summary>They are two persons after all.</summary>
    public sealed record Split(long Sequence, string Id) : Delta(Sequence, Id);
}

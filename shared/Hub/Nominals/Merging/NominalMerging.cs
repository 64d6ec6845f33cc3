using Hub.Json;

namespace Hub.Nominals;

/// <summary>
/// Two records that are one person: one is merged into the other, which stands for both from then on; or, after all,
/// are two: the one merged away is split off again. A record that stands for itself and has not ended can be merged,
/// and merged into; so merges never go in a circle.
/// </summary>
public static class NominalMerging
{
    /// <summary>The record after it was merged into another.</summary>
    /// <param name="held">The records concerned, by id.</param>
    public static MergeResult Merge(IReadOnlyDictionary<string, Nominal> held, string id, string into, DateTimeOffset at)
    {
        if (!held.TryGetValue(id, out var away))
        {
            return UnknownId();
        }

        if (away.MergedInto == into)
        {
            return new MergeResult(away, null);
        }

        if (Refusal(away) is { } refusal)
        {
            return new MergeResult(null, refusal);
        }

        if (id == into)
        {
            return Refused("into", "merged-into-itself", "A record cannot be merged into itself.");
        }

        return held.GetValueOrDefault(into) switch
        {
            null => Refused("into", "unknown-nominal", "There is no such nominal to merge it into."),
            { } survivor when LeadsTo(held, survivor, id) => Refused("into", "merged-in-a-circle", "That record was itself merged into this one. Split it first."),
            { MergedInto: { } further } => Refused("into", "nominal-merged", $"That record was itself merged away, into {further}. Merge into that one."),
            { Ended: not null } => Refused("into", "nominal-ended", "That record's time on the register has ended. Merge into one whose time runs."),
            _ => new MergeResult(away with { MergedInto = into, Ended = at }, null),
        };
    }

    /// <summary>The record after it was split off again: it stands for itself, and its time on the register runs.</summary>
    public static MergeResult Split(IReadOnlyDictionary<string, Nominal> held, string id) => held.GetValueOrDefault(id) switch
    {
        null => UnknownId(),
        { MergedInto: null } => Refused("id", "not-merged", "The record was not merged into another: there is nothing to split."),
        { } away => new MergeResult(away with { MergedInto = null, Ended = null }, null),
    };

    /// <summary>Why a record that is merged away or ended is not merged; null where nothing speaks against it.</summary>
    private static FieldError? Refusal(Nominal away) => away switch
    {
        { MergedInto: { } other } => WrittenTo(other),
        { Ended: not null } => new FieldError("id", "nominal-ended", "The record's time on the register has ended: it matches nobody and is not merged."),
        _ => null,
    };

    /// <summary>Why a record that was merged away is not written to.</summary>
    internal static FieldError WrittenTo(string other) => new("id", "nominal-merged", $"The record was merged into {other}. Change that one, or split this one first.");

    private static bool LeadsTo(IReadOnlyDictionary<string, Nominal> held, Nominal from, string id)
    {
        Nominal? at = from;
        for (var hop = 0; hop < RegisterReading.MaxHops && at?.MergedInto is { } into; hop++)
        {
            if (into == id)
            {
                return true;
            }

            at = held.GetValueOrDefault(into);
        }

        return false;
    }

    private static MergeResult UnknownId() => Refused("id", "unknown-nominal", "There is no such nominal.");

    private static MergeResult Refused(string field, string code, string message) => new(null, new FieldError(field, code, message));
}

/// <summary>What became of a merge or a split.</summary>
/// <param name="After">The record as it is to be; null where it is refused.</param>
/// <param name="Refusal">Why not: the field it is about (<c>id</c> or <c>into</c>), code and words; null where it is done.</param>
public sealed record MergeResult(Nominal? After, FieldError? Refusal);

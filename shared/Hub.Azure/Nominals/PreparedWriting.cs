using System.Collections.Immutable;
using System.Text.Json;
using Hub.Json;
using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>A change of the register, worked out, before it has a place in the log.</summary>
internal sealed class PreparedWriting
{
    /// <summary>Bytes of changes in one document, of the 2 MB it may have; the rest is for the entry's own fields.</summary>
    private const int MostBytes = 1_500_000;

    /// <summary>Of the 100 steps of a batch one is the entry's.</summary>
    private const int MostParts = 99;

    private readonly PreparedEdit edit;
    private readonly RegisterWriting how;
    private readonly ImmutableArray<ImmutableArray<LogChange>> parts;

    private PreparedWriting(PreparedEdit edit, RegisterWriting how) =>
        (this.edit, this.how, parts) = (edit, how, Parted([.. edit.Changes.Select(LogChange.Of)]));

    public bool IsEmpty => edit.IsEmpty;

    /// <summary>Its changes, where they are too large for one document; else none.</summary>
    public ImmutableArray<ImmutableArray<LogChange>> Parts => parts.Length > 1 ? parts : [];

    /// <exception cref="InvalidOperationException">It writes a nominal that was not asked for, or one twice; or it is larger than the register can store at once.</exception>
    public static PreparedWriting Of(HeldNominals held, IReadOnlySet<string> asked, RegisterEdit edit, RegisterWriting how, DateTimeOffset at) =>
        new(PreparedEdit.Of(id => held[id]?.Document.Held(), asked, edit, how, at), how);

    public RegisterOutcome Outcome(long mark) => edit.Outcome(mark);

    /// <summary>The entry that would follow this place of the log.</summary>
    public LogEntry After(LogPosition position) => new()
    {
        N = position.N + 1,
        Writing = Guid.NewGuid().ToString("N"),
        At = edit.At,
        How = how,
        First = position.Last,
        Last = position.Last + edit.Changes.Length,
        Changes = parts.Length == 1 ? parts[0] : [],
        Parts = Parts.Length,
        Confirmed = [.. edit.Confirmed.Select(c => new LogConfirmation(c.Nominal, c.Updated))],
        FeedMark = edit.FeedMark,
        Progress = edit.Progress,
    };

    private static ImmutableArray<ImmutableArray<LogChange>> Parted(ImmutableArray<LogChange> changes)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<LogChange>>();
        var (begun, bytes) = (0, 0);
        for (var i = 0; i < changes.Length; i++)
        {
            var more = JsonSerializer.SerializeToUtf8Bytes(changes[i], HubJson.Options).Length + 1;
            if (i > begun && bytes + more > MostBytes)
            {
                parts.Add([.. changes[begun..i]]);
                (begun, bytes) = (i, 0);
            }

            bytes += more;
        }

        if (begun < changes.Length)
        {
            parts.Add([.. changes[begun..]]);
        }

        return parts.Count <= MostParts ? parts.DrainToImmutable() : throw new InvalidOperationException("A change of the register is larger than can be stored at once.");
    }
}

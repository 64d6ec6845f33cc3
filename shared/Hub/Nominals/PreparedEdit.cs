using System.Collections.Immutable;

namespace Hub.Nominals;

/// <summary>
/// A change of the register, worked out on what was read, before it has a place in the sequence: which nominals it really
/// changes, and of which it only says the same again. Every store of the register goes by it.
/// </summary>
public sealed class PreparedEdit
{
    private readonly RegisterEdit edit;

    private PreparedEdit(RegisterEdit edit, DateTimeOffset at, ImmutableArray<PreparedChange> changes, ImmutableArray<Confirmation> confirmed) =>
        (this.edit, At, Changes, Confirmed) = (edit, at, changes, confirmed);

    /// <summary>When. UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>In the order in which they are to be numbered.</summary>
    public ImmutableArray<PreparedChange> Changes { get; }

    public ImmutableArray<Confirmation> Confirmed { get; }

    /// <summary>As <see cref="RegisterEdit.FeedMark"/>.</summary>
    public long? FeedMark => edit.FeedMark;

    /// <summary>As <see cref="RegisterEdit.Progress"/>.</summary>
    public LoadProgress? Progress => edit.Progress;

    /// <summary>True where there is nothing to store: what was read is then as good as what is there now.</summary>
    public bool IsEmpty => Changes.IsEmpty && Confirmed.IsEmpty && FeedMark is null && Progress is null;

    /// <param name="held">The nominal as it was read; null where there is none.</param>
    /// <param name="asked">The ids that were read.</param>
    /// <exception cref="InvalidOperationException">It writes a nominal that was not asked for, or one twice.</exception>
    public static PreparedEdit Of(Func<string, HeldRecord?> held, IReadOnlySet<string> asked, RegisterEdit edit, RegisterWriting how, DateTimeOffset at)
    {
        var written = new HashSet<string>(edit.Nominals.Count, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<PreparedChange>(edit.Nominals.Count);
        var confirmed = ImmutableArray.CreateBuilder<Confirmation>();
        foreach (var nominal in edit.Nominals)
        {
            if (!asked.Contains(nominal.Id) || !written.Add(nominal.Id))
            {
                throw new InvalidOperationException("A change of the register writes each nominal once, and only those it asked for.");
            }

            var before = held(nominal.Id);
            if (before is null || !NominalContent.IsSame(before.Nominal, nominal))
            {
                changes.Add(PreparedChange.Of(before, nominal, how, at));
            }
            else if (nominal.Updated > before.Nominal.Updated)
            {
                confirmed.Add(new Confirmation(nominal.Id, nominal.Updated.ToUniversalTime()));
            }
        }

        return new PreparedEdit(edit, at, changes.DrainToImmutable(), confirmed.DrainToImmutable());
    }

    /// <param name="mark">The register's high-water mark after it.</param>
    public RegisterOutcome Outcome(long mark) => new(mark, Changes.Length, edit.Nominals.Count - Changes.Length);
}

/// <summary>A nominal as a store holds it.</summary>
/// <param name="Nominal">With when its source last spoke of it.</param>
/// <param name="Body">The record as stored, to the letter, UTF-8.</param>
/// <param name="Changes">How many changes of it are kept.</param>
/// <param name="Head">Hash of the newest; empty where none is kept.</param>
public sealed record HeldRecord(Nominal Nominal, byte[] Body, int Changes, string Head);

/// <summary>A nominal of which its source said the same again.</summary>
/// <param name="Updated">When it last did. UTC.</param>
public sealed record Confirmation(string Nominal, DateTimeOffset Updated);

/// <summary>One changed nominal.</summary>
/// <param name="Number">Its place in the nominal's chain.</param>
/// <param name="Before">The record before as stored, UTF-8; null for one added.</param>
/// <param name="After">The record after, likewise.</param>
public sealed record PreparedChange(string Nominal, int Number, NominalChangeKind Kind, string PreviousHash, string Hash, byte[]? Before, byte[] After)
{
    internal static PreparedChange Of(HeldRecord? before, Nominal nominal, RegisterWriting how, DateTimeOffset at)
    {
        var after = NominalContent.Write(nominal);
        var (number, kind, previous) = ((before?.Changes ?? 0) + 1, NominalChain.KindOf(before?.Nominal, nominal), before?.Head ?? "");
        return new PreparedChange(nominal.Id, number, kind, previous, NominalChain.HashOf(previous, nominal.Id, number, at, how, kind, before?.Body, after), before?.Body, after);
    }
}

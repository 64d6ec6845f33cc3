using System.Collections.Immutable;
using System.Globalization;
using Hub.Auditing;
using Hub.Json;
using Hub.Nominals;

namespace Hub.Matching;

/// <summary>Takes in deltas of the register, and answers only when matching sees all of them too.</summary>
public sealed class RegisterDeltas(INominalRegister register, RegisterFollower follower, TimeProvider time)
{
    /// <exception cref="RegisterBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task<DeltaOutcome> TakeAsync(DeltaBatch batch, Actor by, CancellationToken cancellationToken)
    {
        var applied = new DeltasApplied(RegisterEdit.None, 0);
        var written = await register.WriteAsync(
            await IdsAsync(batch, cancellationToken),
            state => (applied = DeltaApplying.Run(batch, state, time.GetUtcNow())).Edit,
            Writing(batch, by),
            cancellationToken);
        if (applied.IsGap)
        {
            return new DeltaOutcome.Missing(applied.Mark);
        }

        if (!applied.Errors.IsEmpty)
        {
            return new DeltaOutcome.Refused(applied.Errors);
        }

        await follower.CatchUpAsync(cancellationToken);
        return new DeltaOutcome.Taken(batch.Source, applied.Mark, applied.Changed, applied.Unchanged, applied.Stale, applied.Skipped, written.Mark);
    }

    private static RegisterWriting Writing(DeltaBatch batch, Actor by) => new(by, $"deltas of {batch.Source}", batch.Deltas.IsEmpty ? "No deltas." : string.Create(
        CultureInfo.InvariantCulture, $"Deltas {batch.Deltas[0].Sequence} to {batch.Deltas[^1].Sequence}."))
    { Feed = batch.Source };

    /// <summary>Every nominal the batch speaks of, and those into which they are merged now.</summary>
    private async Task<HashSet<string>> IdsAsync(DeltaBatch batch, CancellationToken cancellationToken)
    {
        HashSet<string> ids = [.. batch.Deltas.Select(d => d.Id)];
        foreach (var merge in batch.Deltas.OfType<Delta.Merge>())
        {
            ids.UnionWith(await register.ChainAsync(merge.Into, cancellationToken));
        }

        return ids;
    }
}

/// <summary>What became of a batch of deltas.</summary>
public abstract record DeltaOutcome
{
    private DeltaOutcome()
    {
    }

    /// <summary>The register has all of it, and matching sees it.</summary>
    /// <param name="Source">The source.</param>
    /// <param name="Mark">The last of its sequences taken in.</param>
    /// <param name="Changed">Deltas that changed a nominal.</param>
    /// <param name="Unchanged">Deltas that say what was so already.</param>
    /// <param name="Stale">Deltas older than what the register holds; passed over.</param>
    /// <param name="Skipped">Deltas taken in before.</param>
    /// <param name="RegisterMark">The register's high-water mark.</param>
    public sealed record Taken(string Source, long Mark, int Changed, int Unchanged, int Stale, int Skipped, long RegisterMark) : DeltaOutcome;

    /// <summary>Deltas before these have not come; nothing was changed.</summary>
    /// <param name="Mark">The last of the source's sequences taken in.</param>
    public sealed record Missing(long Mark) : DeltaOutcome;

    /// <summary>Something is wrong; nothing was changed.</summary>
    public sealed record Refused(ImmutableArray<FieldError> Errors) : DeltaOutcome;
}

using Hub.Auditing;

namespace Hub.Nominals.Loading;

/// <summary>
/// Loads a register extract: rows in batches, one stored while the next is read, how far it has come stored with each,
/// so that a load that was killed goes on after its last batch, and the same file given again changes nothing.
/// </summary>
public sealed class RegisterLoad(INominalRegister register)
{
    /// <summary>Most nominals stored at once.</summary>
    public const int BatchSize = 1_000;

    /// <summary>A batch is stored, however few its nominals, once its rows took this many bytes of the file.</summary>
    public const int BatchBytes = 4 * 1024 * 1024;

    /// <summary>Loads what an earlier run under the same key has not.</summary>
    /// <param name="load">What identifies the file: see <see cref="LoadKey"/>.</param>
    /// <param name="setAside">Given each rejected row before anything after it is stored. A row can come twice, with the same line, when a load was killed.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <exception cref="RegisterFileException">The file as a whole cannot be read; nothing was loaded.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; all batches stored before stay.</exception>
    public async Task<LoadStatus> RunAsync(
        RegisterReader reader, string load, Func<RejectedRow, ValueTask> setAside, IProgress<LoadStatus>? progress, CancellationToken cancellationToken)
    {
        var before = await register.LoadProgressAsync(load, cancellationToken) ?? new LoadProgress(load, 0, 0, 0);
        var status = new LoadStatus(ResumedAfter: before.Line, before.Line, Offset: 0, before.Loaded, before.SetAside, before.Stale, before.Merged);
        var how = new RegisterWriting(Actor.Hub, load, "Loaded from a file of the register.");
        var batch = new Dictionary<string, Nominal>(StringComparer.Ordinal);
        var begun = status;
        var passedOver = (Stale: 0, Merged: 0);
        var storing = Task.CompletedTask;
        try
        {
            await foreach (var row in reader.ReadAsync(before.Line, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                status = status with { Line = row.Line, Offset = row.Offset };
                switch (row)
                {
                    case AcceptedRow accepted:
                        // Of two rows for one nominal the later stands, as it would in a batch of its own.
                        batch[accepted.Nominal.Id] = accepted.Nominal;
                        status = status with { Loaded = status.Loaded + 1 };
                        break;
                    case RejectedRow rejected:
                        await setAside(rejected);
                        status = status with { SetAside = status.SetAside + 1 };
                        break;
                }

                if (batch.Count == BatchSize || status.Offset - begun.Offset >= BatchBytes)
                {
                    await BeginAsync();
                }
            }

            if (status.Line > begun.Line)
            {
                await BeginAsync();
            }

            await storing;
            return Without(status, passedOver.Stale, passedOver.Merged);
        }
        finally
        {
            // What was begun is done with before whoever called goes on.
            await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // One batch is stored while the next is read.
        async Task BeginAsync()
        {
            await storing;
            var (full, upTo) = (batch, status);
            (batch, begun) = (new Dictionary<string, Nominal>(BatchSize, StringComparer.Ordinal), status);
            storing = Task.Run(() => StoreAsync(full.Values, upTo), CancellationToken.None);
        }

        async Task StoreAsync(IReadOnlyCollection<Nominal> nominals, LoadStatus upTo)
        {
            var known = Without(upTo, passedOver.Stale, passedOver.Merged);
            var upserted = await register.UpsertAsync(nominals, how, (stale, merged) => Without(known, stale, merged).Progress(load), cancellationToken);
            passedOver = (passedOver.Stale + upserted.Stale, passedOver.Merged + upserted.Merged);
            progress?.Report(Without(known, upserted.Stale, upserted.Merged));
        }
    }

    private static LoadStatus Without(LoadStatus status, int stale, int merged) =>
        status with { Loaded = status.Loaded - stale - merged, Stale = status.Stale + stale, Merged = status.Merged + merged };
}

/// <summary>How far a load has come, earlier runs included.</summary>
/// <param name="ResumedAfter">The last line that earlier runs had done; 0 for a new load.</param>
/// <param name="Line">The last line done, from 1.</param>
/// <param name="Offset">Bytes of the file read in this run; 0 where there was nothing left to read.</param>
/// <param name="Loaded">Rows the register holds as nominals now.</param>
/// <param name="SetAside">Rows set aside.</param>
/// <param name="Stale">Rows passed over: the register holds something newer.</param>
/// <param name="Merged">Rows passed over: their record was merged into another.</param>
public sealed record LoadStatus(long ResumedAfter, long Line, long Offset, long Loaded, long SetAside, long Stale = 0, long Merged = 0)
{
    internal LoadProgress Progress(string load) => new(load, Line, Loaded, SetAside, Stale, Merged);
}

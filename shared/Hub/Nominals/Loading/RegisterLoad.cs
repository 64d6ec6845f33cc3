namespace Hub.Nominals.Loading;

/// <summary>
/// Loads a register extract: rows in batches, how far it has come stored with each batch, so that a load that was
/// killed goes on after its last batch, and the same file given again changes nothing.
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
        var status = new LoadStatus(ResumedAfter: before.Line, before.Line, Offset: 0, before.Loaded, before.SetAside);
        var batch = new Dictionary<string, Nominal>(StringComparer.Ordinal);
        var stored = status;
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

            if (batch.Count == BatchSize || status.Offset - stored.Offset >= BatchBytes)
            {
                await StoreAsync();
            }
        }

        if (status.Line > stored.Line)
        {
            await StoreAsync();
        }

        return status;

        async Task StoreAsync()
        {
            await register.UpsertAsync([.. batch.Values], new LoadProgress(load, status.Line, status.Loaded, status.SetAside), cancellationToken);
            batch.Clear();
            stored = status;
            progress?.Report(status);
        }
    }
}

/// <summary>How far a load has come, earlier runs included.</summary>
/// <param name="ResumedAfter">The last line that earlier runs had done; 0 for a new load.</param>
/// <param name="Line">The last line done, from 1.</param>
/// <param name="Offset">Bytes of the file read in this run; 0 where there was nothing left to read.</param>
/// <param name="Loaded">Rows stored as nominals.</param>
/// <param name="SetAside">Rows set aside.</param>
public sealed record LoadStatus(long ResumedAfter, long Line, long Offset, long Loaded, long SetAside);

namespace Hub.Nominals;

/// <summary>The ordinary changes of the register: nominals as their source sends them whole, and the end of one's time.</summary>
public static class RegisterUpserts
{
    /// <summary>Adds or replaces nominals, all or none; of two by one id the later stands. See <see cref="SentNominal"/> for those passed over.</summary>
    /// <param name="progress">Given what was passed over as stale and as merged away, how far a load has come; null where this is no load.</param>
    public static async Task<RegisterUpserted> UpsertAsync(
        this INominalRegister register, IReadOnlyCollection<Nominal> nominals, RegisterWriting how, Func<int, int, LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, Nominal>(nominals.Count, StringComparer.Ordinal);
        foreach (var nominal in nominals)
        {
            last[nominal.Id] = nominal;
        }

        var (stale, merged) = (0, 0);
        var outcome = await register.WriteAsync(last.Keys, state =>
        {
            (stale, merged) = (0, 0);
            var taken = new List<Nominal>(last.Count);
            foreach (var sent in last.Values)
            {
                switch (SentNominal.Verdict(state.Nominals.GetValueOrDefault(sent.Id), sent))
                {
                    case SentVerdict.Stale:
                        stale++;
                        break;
                    case SentVerdict.Merged:
                        merged++;
                        break;
                    default:
                        taken.Add(sent);
                        break;
                }
            }

            return new RegisterEdit(taken) { Progress = progress?.Invoke(stale, merged) };
        }, how, cancellationToken);
        return new RegisterUpserted(outcome.Mark, outcome.Changed, outcome.Unchanged, stale, merged);
    }

    /// <summary>As the other, by the hub itself.</summary>
    public static Task<RegisterUpserted> UpsertAsync(this INominalRegister register, IReadOnlyCollection<Nominal> nominals, CancellationToken cancellationToken) =>
        register.UpsertAsync(nominals, RegisterWriting.OfHub("Made known to the hub."), null, cancellationToken);

    /// <summary>Ends a nominal's time on the register. False where there is none by that id, or it had ended already.</summary>
    public static async Task<bool> EndAsync(this INominalRegister register, string id, DateTimeOffset at, RegisterWriting how, CancellationToken cancellationToken) =>
        (await register.WriteAsync([id], state => state.Nominals.GetValueOrDefault(id) is { Ended: null } nominal ? new RegisterEdit([nominal with { Ended = at }]) : RegisterEdit.None, how, cancellationToken)).Changed > 0;

    /// <summary>As the other, by the hub itself.</summary>
    public static Task<bool> EndAsync(this INominalRegister register, string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        register.EndAsync(id, at, RegisterWriting.OfHub("Ended."), cancellationToken);
}

/// <summary>What became of nominals sent whole.</summary>
/// <param name="Mark">The register's high-water mark after it.</param>
/// <param name="Changed">Added, or not as they were.</param>
/// <param name="Unchanged">Like that already.</param>
/// <param name="Stale">Passed over: the register holds something newer.</param>
/// <param name="Merged">Passed over: merged into another.</param>
public sealed record RegisterUpserted(long Mark, int Changed, int Unchanged, int Stale, int Merged);

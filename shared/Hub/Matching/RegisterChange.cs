using Hub.Auditing;
using Hub.Nominals;

namespace Hub.Matching;

/// <summary>Changes the register and answers only when matching sees the change too.</summary>
public sealed class RegisterChange(INominalRegister register, RegisterFollower follower, TimeProvider time)
{
    /// <summary>Adds or replaces a nominal; see <see cref="SentNominal"/> for one passed over.</summary>
    /// <param name="by">Who changes it.</param>
    /// <param name="because">Why, in words that name nobody; kept in the nominal's history.</param>
    /// <exception cref="RegisterBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task<RegisterUpserted> UpsertAsync(Nominal nominal, Actor by, string because, CancellationToken cancellationToken)
    {
        var upserted = await register.UpsertAsync([nominal], Writing(by, because), null, cancellationToken);
        await follower.CatchUpAsync(cancellationToken);
        return upserted;
    }

    /// <summary>Ends a nominal now; false where there is none whose time still runs.</summary>
    /// <exception cref="RegisterBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task<bool> EndAsync(string id, Actor by, string because, CancellationToken cancellationToken)
    {
        var ended = await register.EndAsync(id, time.GetUtcNow(), Writing(by, because), cancellationToken);
        await follower.CatchUpAsync(cancellationToken);
        return ended;
    }

    /// <summary>Merges a record into another, which stands for both from now on.</summary>
    /// <exception cref="RegisterBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task<MergeResult> MergeAsync(string id, string into, Actor by, string because, CancellationToken cancellationToken) => await WriteAsync(
        [id, .. await register.ChainAsync(into, cancellationToken)], state => NominalMerging.Merge(state.Nominals, id, into, time.GetUtcNow()), Writing(by, because), cancellationToken);

    /// <summary>Splits a record off again from the one it was merged into.</summary>
    /// <exception cref="RegisterBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public Task<MergeResult> SplitAsync(string id, Actor by, string because, CancellationToken cancellationToken) =>
        WriteAsync([id], state => NominalMerging.Split(state.Nominals, id), Writing(by, because), cancellationToken);

    private async Task<MergeResult> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, MergeResult> change, RegisterWriting how, CancellationToken cancellationToken)
    {
        var result = new MergeResult(null, null);
        await register.WriteAsync(ids, state =>
        {
            result = change(state);
            return result.After is { } after ? new RegisterEdit([after]) : RegisterEdit.None;
        }, how, cancellationToken);
        await follower.CatchUpAsync(cancellationToken);
        return result;
    }

    private static RegisterWriting Writing(Actor by, string because) => new(by, by == Actor.Hub ? "hub" : "api", because);
}

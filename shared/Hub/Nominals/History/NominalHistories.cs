using Hub.Paging;

namespace Hub.Nominals;

/// <summary>Reads how a nominal's record came to be what it is, and whether anything of that was altered since.</summary>
public sealed class NominalHistories(INominalRegister register)
{
    /// <summary>Changes read at once while the chain is followed.</summary>
    private static readonly PageRequest Step = new(100);

    /// <returns>Null where there is no such nominal.</returns>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this register gave out.</exception>
    public async Task<CheckedHistory?> ReadAsync(string id, PageRequest page, CancellationToken cancellationToken)
    {
        if (await register.HistoryAsync(id, page, cancellationToken) is not { } history
            || await register.HistoryAsync(id, Step, cancellationToken) is not { } newest)
        {
            return null;
        }

        var broken = await NominalChain.FirstBreakAsync(newest, continuation => register.HistoryAsync(id, Step with { Continuation = continuation }, cancellationToken));
        return new CheckedHistory(history.Changes, broken);
    }
}

/// <summary>Changes of a nominal, newest first.</summary>
/// <param name="Changes">Those of the page asked for.</param>
/// <param name="Broken">The first thing in all of the nominal's changes that does not fit, in words; null where nothing was altered.</param>
public sealed record CheckedHistory(Page<NominalChange> Changes, string? Broken);

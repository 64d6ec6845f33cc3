using Hub.Nominals;

namespace Hub.Matching;

/// <summary>Changes the register and answers only when matching sees the change too.</summary>
public sealed class RegisterChange(INominalRegister register, RegisterFollower follower, TimeProvider time)
{
    public async Task UpsertAsync(Nominal nominal, CancellationToken cancellationToken)
    {
        await register.UpsertAsync([nominal], null, cancellationToken);
        await follower.CatchUpAsync(cancellationToken);
    }

    /// <summary>Ends a nominal now; false where there is none whose time still runs.</summary>
    public async Task<bool> EndAsync(string id, CancellationToken cancellationToken)
    {
        var ended = await register.EndAsync(id, time.GetUtcNow(), cancellationToken);
        await follower.CatchUpAsync(cancellationToken);
        return ended;
    }
}

using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Nominals;

namespace Hub.Functions.Nominals;

/// <summary>Reads a nominal for a caller: every id asked for, and the one that stands for it now, stand in the access log before it is shown.</summary>
public sealed class NominalForCaller(INominalRegister register, Reads reads)
{
    /// <returns>The record that stands for the id, ended ones included; null where there is none.</returns>
    public async Task<Nominal?> FindAsync(Caller caller, string id, string reason, CancellationToken cancellationToken)
    {
        await reads.AllowedAsync(caller, Operation.ReadNominal, $"nominal:{id}", reason, cancellationToken);
        var nominal = await register.FindAsync(id, cancellationToken);
        if (nominal is not null && nominal.Id != id)
        {
            await reads.AllowedAsync(caller, Operation.ReadNominal, $"nominal:{nominal.Id}", reason, cancellationToken);
        }

        return nominal;
    }
}

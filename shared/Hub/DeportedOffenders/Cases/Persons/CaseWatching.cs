using Hub.Nominals;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// Cases follow their person when records are merged or split. Whose they are holds without this already; here it is
/// written down, one of two open cases is chosen to go on, and every alert is judged anew.
/// </summary>
public sealed class CaseWatching(DeportedOffenderCases cases) : INominalWatcher
{
    public async Task ChangedAsync(NominalChanged changed, CancellationToken cancellationToken)
    {
        var id = changed.After.Id;
        switch (changed.Kind)
        {
            case NominalChangeKind.Merged:
                await cases.MergedAsync(id, changed.After.MergedInto!, cancellationToken);
                await cases.RegroupAsync([id, changed.After.MergedInto!], cancellationToken);
                break;
            case NominalChangeKind.Split:
                await cases.RegroupAsync([id, changed.Before!.MergedInto!], cancellationToken);
                break;
            default:
                break;
        }
    }
}

using System.Text;

namespace Hub.Nominals;

/// <summary>
/// Something of the hub's that must follow when the register changes: journeys, cases. It is told of every change, in
/// the order of each nominal, also of those made while the hub stood still; and may be told twice.
/// </summary>
public interface INominalWatcher
{
    /// <summary>Does what follows. Where this throws it is told again later, and others' changes meanwhile.</summary>
    Task ChangedAsync(NominalChanged changed, CancellationToken cancellationToken);
}

/// <summary>A change of a nominal. Its records are read when asked for: most changes concern nobody.</summary>
public sealed class NominalChanged(NominalChange change)
{
    /// <summary>The nominal's id.</summary>
    public string Id => change.Nominal;

    /// <summary>What it did.</summary>
    public NominalChangeKind Kind => change.Kind;

    /// <summary>The record before; null for one added.</summary>
    public Nominal? Before => change.Before is { } before ? Read(before) : null;

    /// <summary>The record after; it may have changed again since.</summary>
    public Nominal After => Read(change.After);

    private static Nominal Read(string stored) => NominalContent.Read(Encoding.UTF8.GetBytes(stored));
}

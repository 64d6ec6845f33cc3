using System.Globalization;
using Hub.Auditing;

namespace Hub.Azure.Auditing;

/// <summary>An entry of the access log as stored.</summary>
/// <param name="Id">Its number, so written that ids sort.</param>
/// <param name="Log">Which million entries: the partition.</param>
/// <param name="N">Its number, rising by one over all partitions.</param>
/// <param name="Batch">Tells the write that stored it from another that was given the same number.</param>
internal sealed record AccessItem(string Id, string Log, long N, string Subject, AccessEntry Entry, string PreviousHash, string Hash, Guid Batch)
{
    private const long EntriesOfPartition = 1_000_000;

    public static AccessItem Of(long n, AccessEntry entry, string previousHash, Guid batch) => new(
        n.ToString("D12", CultureInfo.InvariantCulture), LogOf(n), n, entry.Subject, entry, previousHash, AuditChain.HashOf(n, entry, previousHash), batch);

    public static string LogOf(long n) => ((n - 1) / EntriesOfPartition).ToString("D6", CultureInfo.InvariantCulture);

    public LoggedAccess ToLogged() => new(N, Entry, PreviousHash, Hash);
}

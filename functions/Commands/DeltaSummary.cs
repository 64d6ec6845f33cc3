using System.Text.Json;

namespace Hub.Functions.Commands;

/// <summary>What became of the deltas sent.</summary>
internal sealed class DeltaSummary
{
    private long sent;
    private long changed;
    private long unchanged;
    private long stale;
    private long mark;

    /// <param name="begin">The mark at which the hub stood before.</param>
    public DeltaSummary(long begin) => mark = Begin = begin;

    public long Begin { get; }

    public void Add(int deltas, JsonElement answer)
    {
        sent += deltas;
        changed += answer.GetProperty("changed").GetInt64();
        unchanged += answer.GetProperty("unchanged").GetInt64();
        stale += answer.GetProperty("stale").GetInt64();
        mark = answer.GetProperty("mark").GetInt64();
    }

    public string Words() => sent == 0
        ? $"Nothing new: the hub has had everything up to {Begin:N0}."
        : $"Sent {sent:N0} deltas after {Begin:N0}: {changed:N0} changed the register, {unchanged:N0} brought nothing new, {stale:N0} were older than what it holds. The source stands at {mark:N0}.";
}

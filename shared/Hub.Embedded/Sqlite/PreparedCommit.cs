using System.Collections.Immutable;
using System.Text.Json;
using Hub.Cases;
using Hub.Json;

namespace Hub.Embedded.Sqlite;

/// <summary>A commit as the bytes that will be stored, found to be within the limits.</summary>
internal sealed class PreparedCommit
{
    private long bytes;

    /// <exception cref="LimitExceededException">The commit is over <see cref="CommitLimits"/>.</exception>
    public PreparedCommit(CaseCommit commit)
    {
        CommitLimits.CheckItems(commit);
        CommitLimits.CheckEvents(commit);
        Commit = commit;
        Case = Serialize(commit.Case);
        Notices = SerializeAll(commit.Notices);
        Audit = SerializeAll(commit.Audit);
        Events = SerializeAll(commit.Events);
        Quarantine = SerializeAll(commit.Quarantine);
        CommitLimits.CheckBytes(bytes);
    }

    public CaseCommit Commit { get; }

    public byte[] Case { get; }

    public byte[][] Notices { get; }

    public byte[][] Audit { get; }

    public byte[][] Events { get; }

    public byte[][] Quarantine { get; }

    private byte[][] SerializeAll<T>(ImmutableArray<T> items)
    {
        var bodies = items.IsEmpty ? [] : new byte[items.Length][];
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = Serialize(items[i]);
        }

        return bodies;
    }

    private byte[] Serialize<T>(T item)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(item, HubJson.Options);
        bytes += body.Length;
        return body;
    }
}

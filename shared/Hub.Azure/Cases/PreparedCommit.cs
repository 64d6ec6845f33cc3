using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Hub.Auditing;
using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Notices;

namespace Hub.Azure.Cases;

/// <summary>A commit found to be within the limits, and the document it becomes after the version it was made from.</summary>
internal sealed class PreparedCommit
{
    private readonly CaseCommit commit;
    private readonly string caseHash;

    /// <exception cref="LimitExceededException">The commit is over <see cref="CommitLimits"/>.</exception>
    public PreparedCommit(CaseCommit commit)
    {
        CommitLimits.CheckItems(commit);
        CommitLimits.CheckEvents(commit);
        CommitLimits.CheckBytes(SizeOf(commit.Case) + commit.Notices.Sum(SizeOf) + commit.Audit.Sum(SizeOf) + commit.Events.Sum(SizeOf) + commit.Quarantine.Sum(SizeOf));
        this.commit = commit;
        caseHash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(commit.Case with { AuditHead = AuditHead.Empty }, StoredJson.Options)))[..32];
    }

    /// <param name="before">The version the commit was made from; null for a new case.</param>
    /// <param name="known">The ids of the notices there were, by their places.</param>
    public CommitDocument After(CaseVersion? before, ImmutableArray<string> known, DateTimeOffset now)
    {
        var file = commit.Case;
        var n = (before?.Number ?? 0) + 1;
        var changed = commit.Notices.ToLookup(notice => notice.Id);
        ImmutableArray<string> ids = [.. known, .. commit.Notices.Select(notice => notice.Id).Distinct().Except(known)];
        var caseChanged = before?.CaseHash != caseHash;
        var version = CaseVersion.Of(
            file.Id,
            n,
            caseChanged ? n : before!.CaseAt,
            caseHash,
            file.Board is not null || before is { Listed: true },
            [.. ids.Select((id, place) => changed.Contains(id) ? n : before!.Notices[place])],
            ids);
        var body = new CommitBody
        {
            Commit = Guid.NewGuid(),
            Version = version.ToString(),
            Case = caseChanged ? file : null,
            Head = commit.Audit is [.., var last] && new AuditHead(last.Sequence, last.Hash) == file.AuditHead ? null : file.AuditHead,
            Notices = Some<Notice?>([.. ids.Where(changed.Contains).Select(id => changed[id].Last())]),
            Audit = Some(commit.Audit),
            Events = Some(commit.Events),
            Quarantine = Some(commit.Quarantine),
            Forgets = commit.Forgets,
        };
        return new() { Id = CommitDocument.IdOf(n), Case = file.Id, N = n, OutAt = SomethingFollows(body, version) ? Moments.Text(now) : null, Body = body };
    }

    private static bool SomethingFollows(CommitBody body, CaseVersion version) =>
        body.Events is not null || body.Notices is not null || body.Quarantine is not null || body.Forgets || (version.Listed && body.Case is not null);

    private static T[]? Some<T>(ImmutableArray<T> items) => items.IsEmpty ? null : [.. items];

    private static long SizeOf<T>(T item) => JsonSerializer.SerializeToUtf8Bytes(item, StoredJson.Options).Length;
}

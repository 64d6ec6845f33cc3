using System.Collections.Immutable;
using Hub.Cases;
using Hub.Desk.Pages.Inbox;
using Hub.Functions.Notices;
using Hub.Identity;
using Hub.Notices;

namespace Hub.Functions.Desk.Inbox;

/// <summary>Acknowledges several notices, each by itself: one that fails stops no other.</summary>
public sealed class InboxAcknowledging(Acknowledging acknowledging, ICaseStore cases, IEnumerable<IStoreFailures> failures)
{
    /// <summary>As many as a page shows, and again.</summary>
    public const int MaxNotices = 100;

    /// <summary>Of those not done so many are shown one by one; an address holds no more.</summary>
    private const int MaxShown = 20;

    /// <returns>What was done, naming nobody; and the ids of those it was not done with, to be shown.</returns>
    public async Task<(string Said, ImmutableArray<string> Left)> AcknowledgeAsync(Caller caller, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        int done = 0, already = 0, withdrawn = 0, failed = 0;
        var left = new List<string>();
        foreach (var id in ids)
        {
            var outcome = await TryAsync(caller, id, cancellationToken);
            done += outcome is { Now: true } ? 1 : 0;
            already += outcome is { Now: false, Notice.State: NoticeState.Acknowledged } ? 1 : 0;
            withdrawn += outcome is { Notice.State: NoticeState.Withdrawn } ? 1 : 0;
            failed += outcome is null ? 1 : 0;
            if (outcome is not { Now: true } && left.Count < MaxShown && NoticeId.TryGetCase(id, out _))
            {
                left.Add(id);
            }
        }

        return (InboxWords.Done(done, already, withdrawn, failed), [.. left]);
    }

    /// <summary>The notices of an address made by the above, as they now are; null for each that is not the recipient's.</summary>
    public async Task<ImmutableArray<Notice?>> LeftAsync(string recipient, string? ids, CancellationToken cancellationToken)
    {
        var left = ImmutableArray.CreateBuilder<Notice?>();
        foreach (var id in (ids ?? "").Split(',', MaxShown + 1, StringSplitOptions.RemoveEmptyEntries).Take(MaxShown))
        {
            var file = NoticeId.TryGetCase(id, out var of) ? await cases.ReadAsync(of, cancellationToken) : null;
            left.Add(file?.Notices.FirstOrDefault(n => n.Id == id && n.Recipient == recipient));
        }

        return left.ToImmutable();
    }

    /// <summary>Null where it was not done: there is none, it is not the caller's or not raised yet, or its case cannot be changed just now.</summary>
    private async Task<Acknowledged?> TryAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await acknowledging.AcknowledgeAsync(caller, id, cancellationToken)).Done;
        }
        catch (Exception e) when (e is CaseBusyException || failures.Any(f => f.Read(e) is not null))
        {
            return null;
        }
    }
}

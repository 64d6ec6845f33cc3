using System.Runtime.CompilerServices;
using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;
using Hub.Paging;

namespace Hub.Reports.Reviewing;

/// <summary>The possible matches that wait for one recipient, soonest due first.</summary>
public sealed class ReviewQueue(ICaseStore cases, ReviewHolds holds, TimeProvider time)
{
    /// <summary>How many are looked at for the next one. Past so many that are held or wait for more, nobody is told of those behind them.</summary>
    public const int MaxLookedAt = 1_000;

    private const int LookedAtOnce = 100;

    /// <summary>One page. A case decided a moment ago, whose notice the list still has, is left out.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this list gave out.</exception>
    public async Task<Page<WaitingReview>> ListAsync(string recipient, PageRequest page, CancellationToken cancellationToken)
    {
        var listed = await cases.ListNoticesAsync(Waiting(recipient), page, cancellationToken);
        var files = await Task.WhenAll(listed.Items.Select(async notice => (Notice: notice, File: await cases.ReadAsync(notice.Case, cancellationToken))));
        var now = time.GetUtcNow();
        return new(
            [.. files.Where(f => f.File is not null && ReviewStanding.IsToDecide(f.File)).Select(f => new WaitingReview(f.Notice, f.File!.Feed, f.File.HeldAt(now), ReviewStanding.MoreAsked(f.File), now))],
            listed.Continuation);
    }

    /// <summary>Takes the first that nobody else has: those for which more was asked only where no others wait, the longest asked first.</summary>
    /// <param name="except">The case just left; null where there is none.</param>
    /// <param name="onwards">From that case on, and only then from the beginning.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="name">As colleagues know them.</param>
    /// <returns>The case, which is theirs now; null where none is left.</returns>
    public async Task<CaseId?> TakeNextAsync(string recipient, CaseId? except, bool onwards, Actor by, string name, CancellationToken cancellationToken)
    {
        var asked = new List<(CaseId Case, DateTimeOffset Since)>();
        var passed = new List<CaseId>();
        var isPast = !onwards || except is null;
        await foreach (var notice in LookAsync(recipient, cancellationToken))
        {
            if (notice.Case == except)
            {
                isPast = true;
            }
            else if (!isPast)
            {
                passed.Add(notice.Case);
            }
            else if (await IsTakenAsync(notice.Case))
            {
                return notice.Case;
            }
        }

        foreach (var id in passed)
        {
            if (await IsTakenAsync(id))
            {
                return id;
            }
        }

        foreach (var (id, _) in asked.OrderBy(a => a.Since))
        {
            if (await holds.TakeAsync(id, by, name, over: false, cancellationToken) == HoldOutcome.Held)
            {
                return id;
            }
        }

        return null;

        async Task<bool> IsTakenAsync(CaseId id)
        {
            if (await cases.ReadAsync(id, cancellationToken) is not { } file || ReviewStanding.Refusal(file, by, time.GetUtcNow()) is not null)
            {
                return false;
            }

            if (ReviewStanding.MoreAsked(file) is { } more)
            {
                asked.Add((id, more.At));
                return false;
            }

            return await holds.TakeAsync(id, by, name, over: false, cancellationToken) == HoldOutcome.Held;
        }
    }

    private static NoticeQuery Waiting(string recipient) => new(recipient, OpenOnly: true, Kind: NoticeKind.MatchReview);

    private async IAsyncEnumerable<Notice> LookAsync(string recipient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        for (var looked = 0; looked < MaxLookedAt; looked += LookedAtOnce)
        {
            var page = await cases.ListNoticesAsync(Waiting(recipient), new PageRequest(LookedAtOnce, continuation), cancellationToken);
            foreach (var notice in page.Items)
            {
                yield return notice;
            }

            if ((continuation = page.Continuation) is null)
            {
                yield break;
            }
        }
    }
}

/// <summary>A possible match that waits for a decision.</summary>
/// <param name="Notice">What asks for it.</param>
/// <param name="Feed">The report's feed.</param>
/// <param name="Held">Who has it open; null where nobody has.</param>
/// <param name="More">The word that more is needed; null where nobody said so.</param>
/// <param name="At">When this was so. UTC.</param>
public sealed record WaitingReview(Notice Notice, string Feed, CaseHold? Held, CaseDecision? More, DateTimeOffset At);

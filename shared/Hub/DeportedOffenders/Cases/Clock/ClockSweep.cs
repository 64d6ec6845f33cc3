using Hub.Cases;
using Hub.Paging;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// Strikes the clocks whose message is lost. A case is looked at when its scheduled message comes, and the next is
/// scheduled then: one that never comes would leave a case standing still.
/// </summary>
public sealed class ClockSweep(ICaseStore store, DeportedOffenderCases cases, TimeProvider time)
{
    /// <summary>What a message may take, tried again a few times: until then it is not lost.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromMinutes(5);

    /// <summary>Cases read at a time: each may hold much.</summary>
    private const int PageSize = 50;

    /// <summary>Pages of open cases gone over at once: ten thousand cases, more than are ever open.</summary>
    private const int MaxPages = 200;

    /// <summary>Goes over the open cases. One that cannot be struck does not hold up the others.</summary>
    public async Task<ClocksSwept> SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Overdue;
        var swept = new ClocksSwept(0, 0, null, Whole: true);
        string? continuation = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var open = await store.ListCasesAsync(DeportedOffenderCase.Sort, new PageRequest(PageSize, continuation), cancellationToken);
            foreach (var file in open.Items)
            {
                if (Records.StateOf<DeportedOffenderCase>(file).NextLook is { } moment && moment < before)
                {
                    swept = await StrikeAsync(file.Id, moment, swept, cancellationToken);
                }
            }

            continuation = open.Continuation;
            if (continuation is null)
            {
                return swept;
            }
        }

        return swept with { Whole = false };
    }

    private async Task<ClocksSwept> StrikeAsync(CaseId id, DateTimeOffset moment, ClocksSwept swept, CancellationToken cancellationToken)
    {
        try
        {
            await cases.LookAsync(id, moment, cancellationToken);
            return swept with { Struck = swept.Struck + 1 };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return swept with { Failed = swept.Failed + 1, Failure = swept.Failure ?? e };
        }
    }
}

/// <summary>What became of a sweep.</summary>
/// <param name="Struck">Clocks that stood still, and go again.</param>
/// <param name="Failed">Those that could not be struck; the next sweep tries again.</param>
/// <param name="Failure">Why the first of them could not; null where none failed.</param>
/// <param name="Whole">False where there are more open cases than one sweep goes over.</param>
public sealed record ClocksSwept(int Struck, int Failed, Exception? Failure, bool Whole);

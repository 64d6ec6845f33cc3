using Hub.Auditing;
using Hub.Cases;
using Hub.Time;

namespace Hub.Reports.Reviewing;

/// <summary>Who works on which possible match. A hold keeps others from deciding until it ends, is given back or is taken over.</summary>
public sealed class ReviewHolds(CaseEditor editor)
{
    /// <summary>How long one lasts without a sign of life.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>A younger one is not renewed: each renewal is a change of the case.</summary>
    public static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(5);

    /// <summary>Takes a case, or keeps one's own for longer. Of two who take it at once one has it.</summary>
    /// <param name="name">As colleagues know whoever takes it.</param>
    /// <param name="over">Also from somebody else who has it.</param>
    public async Task<HoldOutcome> TakeAsync(CaseId id, Actor by, string name, bool over, CancellationToken cancellationToken)
    {
        var outcome = HoldOutcome.Unknown;
        await editor.EditAsync(id, by, edit =>
        {
            outcome = ReviewStanding.Refusal(edit.Case, by, edit.Now) switch
            {
                ReviewOutcome.HeldByAnother when over => HoldOutcome.Held,
                ReviewOutcome.HeldByAnother => HoldOutcome.HeldByAnother,
                null => HoldOutcome.Held,
                _ => HoldOutcome.NothingToDecide,
            };
            if (outcome == HoldOutcome.Held)
            {
                Take(edit, name);
            }
        }, cancellationToken);
        return outcome;
    }

    /// <summary>Gives one's own back; nothing where somebody else has it, or nobody.</summary>
    public Task ReleaseAsync(CaseId id, Actor by, CancellationToken cancellationToken) => editor.EditAsync(id, by, Release, cancellationToken);

    internal static void Release(CaseEdit edit)
    {
        if (edit.Case.HeldAt(edit.Now) is { } held && held.By.Id == edit.By.Id)
        {
            edit.Update(c => c with { Held = null });
            edit.Audit("review.released", "No longer open for review.");
        }
    }

    private static void Take(CaseEdit edit, string name)
    {
        var before = edit.Case.HeldAt(edit.Now);
        var isOwn = before?.By.Id == edit.By.Id;
        var until = edit.Now + Length;
        if (isOwn && until - before!.Until < RenewedAfter)
        {
            return;
        }

        edit.Update(c => c with { Held = new CaseHold(edit.By, name, isOwn ? before!.Since : edit.Now, until) });
        if (isOwn || before is null)
        {
            edit.Audit("review.held", $"{(isOwn ? "Still open" : "Open")} for review, until {LondonTime.TimeInWords(until)} at the latest.");
        }
        else
        {
            edit.Audit("review.taken-over", $"Taken over for review from {before.By.Id}, who had had it open since {LondonTime.TimeInWords(before.Since)}.", ("from", before.By.Id));
        }
    }
}

/// <summary>What became of taking a case.</summary>
public enum HoldOutcome
{
    Held,
    HeldByAnother,
    NothingToDecide,
    Unknown,
}

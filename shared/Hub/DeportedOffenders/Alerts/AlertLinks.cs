using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;
using Hub.Reports;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// Which alert speaks of which. Both sides write into the record of the one spoken of: whoever is second sees the
/// other, and whoever is concerned by what is new there is judged anew by an event of that commit.
/// </summary>
public sealed class AlertLinks(Records records, ICaseStore cases)
{
    /// <summary>How far a chain of corrections is followed.</summary>
    public const int LongestChain = 20;

    /// <summary>The alert is in.</summary>
    /// <returns>What others say of it.</returns>
    public async Task<AlertWords> EnterAsync(CaseFile file, CancellationToken cancellationToken) =>
        Records.StateOf<AlertWords>(await records.EditAsync<AlertWords>(AlertWords.Sort, file.Reference, Actor.Hub, (edit, kept) =>
        {
            var words = kept ?? new AlertWords();
            if (words.Sender is not null)
            {
                return words;
            }

            edit.Audit("alert.entered", "The alert is in.", ("report", file.Id.ToString()));
            Tell(edit, words.Words.Select(w => w.Report));
            return words with { Sender = file.Sender };
        }, cancellationToken));

    /// <summary>The alert speaks of another: it takes it back, or takes its place.</summary>
    /// <returns>All that is said of that other.</returns>
    /// <exception cref="PermanentFailureException">Too many speak of it already; nothing was changed.</exception>
    public async Task<AlertWords> SpeakAsync(CaseFile file, string about, bool withdraws, CancellationToken cancellationToken) =>
        Records.StateOf<AlertWords>(await records.EditAsync<AlertWords>(AlertWords.Sort, about, Actor.Hub, (edit, kept) =>
        {
            var words = kept ?? new AlertWords();
            if (words.Words.Any(w => w.Report == file.Id))
            {
                return words;
            }

            if (words.Words.Length == AlertWords.Most)
            {
                throw new PermanentFailureException("alert-spoken-of-too-often", $"At most {AlertWords.Most} alerts may correct or withdraw one.");
            }

            edit.Audit(
                withdraws ? "alert.withdrawal-said" : "alert.correction-said",
                $"Another alert says that it {(withdraws ? "takes this one back" : "takes the place of this one")}{(words.Sender is null ? ", which is not in yet" : words.Sender == file.Sender ? "" : ", which another sender sent: that does not count")}.",
                ("report", file.Id.ToString()));
            Tell(edit, [.. words.Words.Select(w => w.Report), .. words.Sender is null ? [] : new[] { CaseId.For(DeportedOffenderFeed.FeedName, about) }]);
            return words with { Words = words.Words.Add(new AlertWord(file.Id, file.Reference, file.Sender, withdraws)) };
        }, cancellationToken));

    /// <summary>What others say of an alert so far; null where neither it nor anything about it is known.</summary>
    public Task<AlertWords?> ReadAsync(string reference, CancellationToken cancellationToken) =>
        records.ReadAsync<AlertWords>(AlertWords.Sort, reference, cancellationToken);

    /// <summary>The word by which the alert does not count any more; null while it counts. That it was withdrawn goes before that it was corrected.</summary>
    public async Task<AlertWord?> TakenBackByAsync(DeportedOffenderAlert alert, AlertWords words, CancellationToken cancellationToken)
    {
        if (words.OfSender.FirstOrDefault(w => w.Withdraws) is { } withdrawal)
        {
            return withdrawal;
        }

        var before = await CorrectedBeforeAsync(alert, words, cancellationToken);
        return words.OfSender.FirstOrDefault(w => !before.Contains(w.Reference));
    }

    /// <summary>Of corrections that go in a circle the one that closes it does not count, or none of them would.</summary>
    public async Task<bool> IsInCircleAsync(DeportedOffenderAlert alert, AlertWords words, CancellationToken cancellationToken) =>
        await CorrectedBeforeAsync(alert, words, cancellationToken) is { Count: > 0 } before && words.OfSender.Any(w => !w.Withdraws && before.Contains(w.Reference));

    /// <summary>The references an alert takes the place of, those the corrected ones took the place of included; empty where no correction of itself has to be told from them.</summary>
    private async Task<HashSet<string>> CorrectedBeforeAsync(DeportedOffenderAlert alert, AlertWords words, CancellationToken cancellationToken)
    {
        var before = new HashSet<string>();
        if (words.OfSender.Any(w => !w.Withdraws))
        {
            for (var corrected = alert.Corrects; corrected is not null && before.Count < LongestChain && before.Add(corrected);)
            {
                corrected = await cases.ReadAsync(CaseId.For(DeportedOffenderFeed.FeedName, corrected), cancellationToken) is { } file
                    ? DeportedOffenderFeed.AlertOf(file.Report).Corrects
                    : null;
            }
        }

        return before;
    }

    private static void Tell(CaseEdit edit, IEnumerable<CaseId> reports)
    {
        if (reports.Distinct().ToList() is { Count: > 0 } concerned)
        {
            edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, concerned, edit.Now));
        }
    }
}

using System.Globalization;
using Hub.Auditing;
using Hub.Cases;
using Hub.Reports;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What follows for cases where records are merged or split.</summary>
public sealed partial class DeportedOffenderCases
{
    /// <summary>One nominal was merged into another: from now on its cases are looked for there as well.</summary>
    public Task MergedAsync(string away, string into, CancellationToken cancellationToken) => people.NoteAsync(away, into, cancellationToken);

    /// <summary>
    /// Writes down whose each case is now, and which of a person's open ones goes on; has every alert in them judged anew.
    /// Everything is worked out from the register and the cases as they are: it may be done again, or late.
    /// </summary>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; what is missing is to be done again.</exception>
    public async Task RegroupAsync(IReadOnlyList<string> nominals, CancellationToken cancellationToken)
    {
        var done = new HashSet<CaseId>();
        foreach (var nominal in nominals)
        {
            var related = await people.OfAsync(nominal, cancellationToken);
            foreach (var person in related.Others.Select(c => c.OpenedUnder).Distinct().Prepend(related.Nominal))
            {
                var file = await people.OfAsync(person, cancellationToken);
                foreach (var state in file.Cases.Where(c => done.Add(c.Id)))
                {
                    await PutAsync(state.Id, file, cancellationToken);
                }
            }
        }
    }

    private Task<CaseFile?> PutAsync(CaseId id, PersonFile person, CancellationToken cancellationToken)
    {
        var leading = LeadingCase.Of(person);
        return records.EditAsync<DeportedOffenderCase>(id, Actor.Hub, (edit, before) =>
        {
            var after = before with
            {
                Nominal = person.Nominal,
                OpenedFor = before.OpenedUnder == person.Nominal ? null : before.OpenedUnder,
                Before = person.Before(before)?.Id,
                GoesOnIn = leading is null || leading.Id == id || !before.IsOpen || LeadingCase.IsDone(before) ? null : leading.Id,
            };
            var changes = Changes(before, after).ToList();
            foreach (var (words, name, value) in changes)
            {
                edit.Audit("case.regrouped", words, (name, value));
            }

            if (!before.Alerts.IsEmpty)
            {
                edit.Audit("case.alerts-reassigned", string.Create(CultureInfo.InvariantCulture, $"{before.Alerts.Length} alerts are judged anew: records were merged or split."));
                edit.Emit(ReportEvents.Changed(edit.Case.Id, edit.Case.AuditHead, before.Alerts.Select(a => a.Report), edit.Now));
            }

            return changes.Count == 0 ? before : following.Follow(edit, before, after, string.Join(' ', changes.Select(c => c.Words)));
        }, cancellationToken);
    }

    private static IEnumerable<(string Words, string Name, string Value)> Changes(DeportedOffenderCase before, DeportedOffenderCase after)
    {
        if (before.Nominal != after.Nominal)
        {
            yield return (
                after.OpenedFor is null ? "The record it was opened for stands for itself again: the case goes back to it." : "The person's record was merged into another: the case goes on under that one.",
                "nominal", after.Nominal);
        }

        if (before.GoesOnIn != after.GoesOnIn)
        {
            yield return after.GoesOnIn is { } other
                ? ($"The same person has another case that goes on: the alerts go to case {other}.", "case", other.ToString())
                : ("The case goes on itself.", "case", after.Id.ToString());
        }

        if (before.Before != after.Before)
        {
            yield return after.Before is { } earlier
                ? ("The same person has had a case before, which is closed.", "before", earlier.ToString())
                : ("The case before was another person's.", "before", before.Before.ToString()!);
        }
    }
}

using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// The cases of deported offenders. Every change goes through here: it is made in one commit with the notices that
/// follow from the case as it then is, and with the next strike of its clock.
/// </summary>
public sealed partial class DeportedOffenderCases(Records records, PersonCases people, CaseFactsReading reading, CaseFollowing following, TimeProvider time)
{
    /// <summary>An alert of this person counts otherwise from now on; does nothing where no case of the person holds it.</summary>
    /// <param name="because">Why, in a sentence that names nobody.</param>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task StandAsync(string nominal, CaseId report, AlertStanding standing, string because, CancellationToken cancellationToken)
    {
        var person = await people.OfAsync(nominal, cancellationToken);
        foreach (var held in person.Cases.Concat(person.Others).Where(c => c.Alerts.Any(a => a.Report == report)))
        {
            await StandAsync(held.Id, report, standing, because, cancellationToken);
        }
    }

    /// <summary>An alert is not about this nominal any more. Where the next is the same person it stays; its being entered there sees to the rest.</summary>
    /// <param name="goesTo">The nominal it is about; null where that is nobody known for sure.</param>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task LeaveAsync(string nominal, CaseId report, string? goesTo, CancellationToken cancellationToken)
    {
        var person = await people.OfAsync(nominal, cancellationToken);
        var next = goesTo is null ? null : await people.OfAsync(goesTo, cancellationToken);
        var stays = (next?.Cases ?? []).Concat(next?.Nominal == person.Nominal ? person.Cases : []).Select(c => c.Id).ToHashSet();
        foreach (var held in person.Cases.Concat(person.Others).Where(c => !stays.Contains(c.Id) && c.Alerts.Any(a => a.Report == report)))
        {
            await StandAsync(held.Id, report, AlertStanding.NotThisPerson, SomebodyElse, cancellationToken);
        }
    }

    /// <summary>What is known of the arrival and the person.</summary>
    public CaseFacts Facts(DeportedOffenderCase state) => reading.Of(state);

    /// <summary>The case; null where there is none of that id, or it is no case of a deported offender.</summary>
    public Task<DeportedOffenderCase?> ReadAsync(CaseId id, CancellationToken cancellationToken) => people.ReadAsync(id, cancellationToken);

    /// <summary>Every case of the person a nominal stands for, in the order opened.</summary>
    public async Task<ImmutableArray<DeportedOffenderCase>> OfPersonAsync(string nominal, CancellationToken cancellationToken) =>
        (await people.OfAsync(nominal, cancellationToken)).Cases;

    private Task<CaseFile?> StandAsync(CaseId id, CaseId report, AlertStanding standing, string because, CancellationToken cancellationToken) =>
        records.EditAsync<DeportedOffenderCase>(id, Actor.Hub, (edit, before) =>
        {
            if (before.Alerts.FirstOrDefault(a => a.Report == report) is not { } known || known.Standing == standing)
            {
                return before;
            }

            var words = $"An alert now counts as {Words(standing)}. {because}";
            edit.Audit("alert.standing", words, ("report", report.ToString()));
            var stands = known with { Standing = standing, Because = because, Entered = before.Revision + 1 };
            return following.Follow(edit, before, before with { Alerts = before.Alerts.Replace(known, stands) }, words);
        }, cancellationToken);

    private const string SomebodyElse = "It is about somebody else.";

    internal static string Words(AlertStanding standing) => standing switch
    {
        AlertStanding.Live => "standing",
        AlertStanding.Corrected => "corrected by another",
        AlertStanding.Withdrawn => "withdrawn",
        AlertStanding.InAnotherCase => "kept in another case of the same person",
        _ => "about somebody else",
    };
}

/// <summary>A move that is open to somebody.</summary>
/// <param name="Move">Its name.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="Missing">What would have to be there first; empty where it may be made now.</param>
/// <param name="Choices">What there is to choose between; empty where nothing.</param>
public sealed record OpenMove(string Move, string Words, ImmutableArray<string> Missing, ImmutableArray<OpenChoice> Choices);

/// <summary>One choice that an open move leaves.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="Meaning">What follows where it is chosen.</param>
/// <param name="Missing">What would have to be there first; empty where it may be chosen now.</param>
public sealed record OpenChoice(string Name, string Words, string Meaning, ImmutableArray<string> Missing);

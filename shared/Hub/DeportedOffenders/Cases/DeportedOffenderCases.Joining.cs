using System.Globalization;
using Hub.Auditing;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;
using Hub.Nominals;

namespace Hub.DeportedOffenders.Cases;

/// <summary>How an alert comes into a case.</summary>
public sealed partial class DeportedOffenderCases
{
    /// <summary>Each further try answers a case closed, or a record merged or split, in the meantime.</summary>
    private const int MaxTries = 20;

    /// <summary>
    /// Enters an alert under a nominal, or changes what is known of it: into the person's open case, or the closed one
    /// that holds it already; else into a new one. No other case of the person holds it any more then.
    /// </summary>
    /// <returns>The case it is in.</returns>
    /// <exception cref="PermanentFailureException">The case holds as many alerts as one can, or as much; nothing was changed.</exception>
    /// <exception cref="CaseBusyException">Others were first too many times in a row.</exception>
    public async Task<CaseId> JoinAsync(Nominal nominal, JoinedAlert alert, CancellationToken cancellationToken)
    {
        var person = await people.OfAsync(nominal.Id, cancellationToken);
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var place = PlaceOf(person, alert);
            var entered = await EnteredAsync(person, place, alert, cancellationToken);

            // Whatever was merged, split or opened meanwhile is seen now; what comes later judges all alerts anew.
            person = await people.OfAsync(nominal.Id, cancellationToken);
            if (entered && PlaceOf(person, alert) == place)
            {
                await TakeOutElsewhereAsync(person, DeportedOffenderCase.IdOf(place.Nominal, place.Turn), alert, cancellationToken);
                return DeportedOffenderCase.IdOf(place.Nominal, place.Turn);
            }
        }

        throw new CaseBusyException(alert.Report);
    }

    /// <summary>Where an alert belongs.</summary>
    /// <param name="Nominal">The nominal the case is opened for.</param>
    /// <param name="Turn">Of that nominal.</param>
    private readonly record struct Place(string Nominal, int Turn);

    private static Place PlaceOf(PersonFile person, JoinedAlert alert)
    {
        var leading = person.Cases.LastOrDefault(c => c.IsOpen && Meetings.IsBefore(c, alert) == false) ?? LeadingCase.Of(person);
        if (leading is not null && Meetings.IsBefore(leading, alert) == true && leading.Alerts.All(a => a.Report != alert.Report))
        {
            leading = null;
        }

        var holds = person.Cases.LastOrDefault(c => c.Id != leading?.Id && Keeps(c, alert));
        if ((leading is not null && (holds is null || leading.Alerts.Any(a => a.Report == alert.Report)) ? leading : holds) is { } found)
        {
            return new Place(found.OpenedUnder, found.Turn);
        }

        var turns = person.Cases.Count(c => c.OpenedUnder == person.Nominal);
        return alert.Standing != AlertStanding.Live && person.Cases is [.., var newest] ? new Place(newest.OpenedUnder, newest.Turn)
            : turns < PersonCases.MaxTurns ? new Place(person.Nominal, turns + 1)
            : throw new PermanentFailureException("too-many-cases", $"A person has at most {PersonCases.MaxTurns} cases.");
    }

    /// <summary>Whether an alert stays where nothing new goes. One that did not count there any more, and comes back, does not.</summary>
    private static bool Keeps(DeportedOffenderCase state, JoinedAlert alert) =>
        (!state.IsOpen || LeadingCase.IsDone(state)) && state.Alerts.Any(a => a.Report == alert.Report && (a.Standing == AlertStanding.Live || alert.Standing != AlertStanding.Live));

    /// <returns>False where the case there is closed, and the alert belongs into another.</returns>
    private async Task<bool> EnteredAsync(PersonFile person, Place place, JoinedAlert alert, CancellationToken cancellationToken)
    {
        var entered = true;
        await records.EditAsync<DeportedOffenderCase>(DeportedOffenderCase.Sort, Key(place), Actor.Hub, (edit, kept) =>
        {
            entered = kept is null || kept.IsOpen || alert.Standing != AlertStanding.Live || Keeps(kept, alert);
            return entered ? Enter(edit, kept, person, place, alert) : kept!;
        }, cancellationToken);
        return entered;
    }

    private DeportedOffenderCase Enter(CaseEdit edit, DeportedOffenderCase? kept, PersonFile person, Place place, JoinedAlert alert)
    {
        var before = kept ?? new DeportedOffenderCase
        {
            Nominal = place.Nominal,
            Turn = place.Turn,
            State = CaseState.Received,
            OpenedAt = edit.Now,
            Before = person.Before()?.Id,
        };
        var known = before.Alerts.FirstOrDefault(a => a.Report == alert.Report);
        var entered = alert with { Entered = before.Revision + 1 };
        if (known is not null && Same(known, entered))
        {
            return before;
        }

        var after = before with { Alerts = known is null ? before.Alerts.Add(entered) : before.Alerts.Replace(known, entered) };
        if (kept is null)
        {
            edit.Audit("case.opened", before.Before is null ? "Opened by an alert." : "Opened by an alert; the same person has had a case before, which is closed.",
                [("nominal", place.Nominal), ("report", alert.Report.ToString()), .. before.Before is { } earlier ? new[] { ("before", earlier.ToString()) } : []]);
        }
        else
        {
            edit.Audit("alert.joined", known is null ? "An alert was entered." : "What an alert says has changed.", ("report", alert.Report.ToString()));
        }

        CaseLimits.CheckAlerts(after);
        return following.Follow(edit, before, after, known is null ? "An alert came in." : "What an alert says has changed.");
    }

    /// <summary>An alert counts in one case alone: after it was entered, so that it is in two for a moment rather than in none.</summary>
    private async Task TakeOutElsewhereAsync(PersonFile person, CaseId place, JoinedAlert alert, CancellationToken cancellationToken)
    {
        if (alert.Standing != AlertStanding.Live)
        {
            return;
        }

        foreach (var held in person.Cases.Where(c => c.Id != place && IsLive(c)))
        {
            await StandAsync(held.Id, alert.Report, AlertStanding.InAnotherCase,
                $"Two records turned out to be one person: the alerts go to case {place}, and what was done here counts there only if somebody enters it.", cancellationToken);
        }

        foreach (var held in person.Others.Where(IsLive))
        {
            await StandAsync(held.Id, alert.Report, AlertStanding.NotThisPerson, SomebodyElse, cancellationToken);
        }

        bool IsLive(DeportedOffenderCase state) => state.Alerts.Any(a => a.Report == alert.Report && a.Standing == AlertStanding.Live);
    }

    private static string Key(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Nominal}#{place.Turn}");

    private static bool Same(JoinedAlert a, JoinedAlert b) => HubJson.SaySame(a with { Entered = 0, Because = null }, b with { Entered = 0, Because = null });
}

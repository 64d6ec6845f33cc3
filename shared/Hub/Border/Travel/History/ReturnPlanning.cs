using System.Collections.Frozen;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Nominals;
using Hub.Notices;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>
/// Plans who is told before a return flight lands. Where a breach is suspected, or cannot be ruled out, Jigsaw and the
/// border liaison are to meet it; of travel as notified only Jigsaw hears when it ends. Plans follow what is known: a
/// return that changes moves them, an officer's word that there is no breach, or that nobody is to wait, takes them back.
/// </summary>
public sealed class ReturnPlanning(AuthorityDirectory authorities, PostcodeBoroughs postcodes, AirportDirectory airports)
{
    /// <summary>How long before the landing they are told: a duty roster's time to find two officers.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromHours(48);

    /// <summary>Where only the day of the landing is known, it may be as much later than the notice says.</summary>
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromHours(24);

    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(NoticeKind.Interception, NoticeKind.ReturnFlight);

    internal void Plan(CaseEdit edit, TravelRecord record, Nominal nominal)
    {
        var drafts = record.Journeys.SelectMany(j => Drafts(record, j, nominal).Select(d => (Draft: d, Ahead: j.Return!.Lands.Latest > edit.Now))).ToLookup(d => d.Ahead, d => d.Draft);
        var ahead = Standing(edit.Case, drafts[true]);
        var landed = Standing(edit.Case, drafts[false]);
        NoticeRaising.Reconcile(edit, [.. drafts[true]], Kinds, "The return is planned otherwise now.", n => !landed.Contains(n.Id) && (ahead.Contains(n.Id) || !IsOver(n, edit.Now)));
    }

    private static HashSet<string> Standing(CaseFile file, IEnumerable<NoticeDraft> drafts) =>
        [.. drafts.Select(d => NoticeSeries.Of(file, d).Standing?.Id).OfType<string>()];

    /// <summary>A flight that has landed needs no plan; what was said of it stays as it was, however it is judged later.</summary>
    private static bool IsOver(Notice notice, DateTimeOffset now) =>
        (notice.Due ?? ((notice.PlannedFor ?? notice.RaisedAt) + Lead)) + LongestDoubt <= now;

    private IEnumerable<NoticeDraft> Drafts(TravelRecord record, JudgedJourney journey, Nominal nominal)
    {
        if (journey.Return is not { } back || (journey.Judgement.Outcome == TravelOutcome.NotRequired && journey.Breach is not { Outcome: TravelDecision.IsBreach }))
        {
            yield break;
        }

        // Who is not on the register any more, or is another's record, is not met; what was planned before is taken back.
        if (nominal.Ended < back.Lands.Latest)
        {
            yield break;
        }

        var seen = record.Seen.Where(s => journey.Reports.Contains(s.Sighting.Case)).ToList();
        var jigsaw = ResponsibleBorough.Of(nominal, LondonTime.DateOf(back.Lands.Earliest), authorities, postcodes) is { } home ? Recipient.Jigsaw(home.Id) : Recipient.CentralJigsaw;
        var suspected = journey.Judgement.SuspectedBreach || journey.Judgement.Outcome == TravelOutcome.CannotTell || journey.Breach is { Outcome: TravelDecision.IsBreach };
        if (!suspected)
        {
            yield return Draft(NoticeKind.ReturnFlight, jigsaw, journey, back, seen[^1], "A watched person's return flight lands");
        }
        else if (journey.Breach is not { Outcome: TravelDecision.NoBreach } && seen.Select(s => s.Interception).OfType<InterceptionDecision>().MaxBy(d => d.At) is not { Cancelled: true })
        {
            yield return Met(jigsaw);
            yield return Met(Recipient.BorderLiaison);
        }

        NoticeDraft Met(string recipient) => Draft(NoticeKind.Interception, recipient, journey, back, seen[^1], "Return flight to be met") with
        {
            Priority = NoticePriority.Urgent,
            Due = back.Lands.Earliest.ToUniversalTime(),
            EscalateTo = Recipient.Supervisors,
        };
    }

    private NoticeDraft Draft(string kind, string recipient, JudgedJourney journey, KnownReturn back, SeenTraveller seen, string title) => new()
    {
        Kind = kind,
        Recipient = recipient,

        // A landing at another time or place is another thing to be told, also to who acknowledged the first; by which
        // reports it became known is none.
        About = $"{back.Flight}/{back.At}/{back.Lands.Earliest.UtcDateTime:yyyy-MM-dd'T'HH:mm}",
        Title = title,
        Reason = $"The return {(back.Flight is null ? "" : $"on {back.Flight} ")}lands{(back.At is null ? "" : $" at {FlightWords.Place(back.At, airports)}")} on {FlightWords.Of(back.Lands)}{(recipient == Recipient.BorderLiaison ? "" : $", {ReturnWords.Of(back.Source)}")}.",
        Content = Content(recipient, journey, back, seen),
        NotBefore = back.Lands.Earliest.ToUniversalTime() - Lead,
    };

    /// <summary>The border liaison needs to know whom to look for, where and when; why is Jigsaw's.</summary>
    private static JsonElement Content(string recipient, JudgedJourney journey, KnownReturn back, SeenTraveller seen) => JsonSerializer.SerializeToElement(
        new
        {
            seen.Traveller,
            back.Flight,
            Airport = back.At,
            back.Lands,
            Reports = recipient == Recipient.BorderLiaison ? null : journey.Reports.Select(r => r.ToString()),
            Outcome = recipient == Recipient.BorderLiaison ? (TravelOutcome?)null : journey.Judgement.Outcome,
        }, HubJson.Options);
}

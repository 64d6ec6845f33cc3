using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Desk.Pages.Travel;
using Hub.Desk.Words;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Notices;
using Hub.Time;

namespace Hub.Functions.Desk.Travel;

/// <summary>Suspected breaches that a Jigsaw team was told of and nobody has decided, soonest due first.</summary>
public sealed class SuspectedBreaches(ICaseStore cases, Access access, Reads reads)
{
    private const int MaxShown = 20;

    /// <summary>Reports looked at for a decision: each is read.</summary>
    private const int MaxLooked = 60;

    public async Task<(ImmutableArray<BreachToDecide> Shown, bool More, bool CutShort)> ReadAsync(Caller caller, string recipient, CancellationToken cancellationToken)
    {
        var (open, cutShort) = await cases.LookThroughAsync(new NoticeQuery(recipient, OpenOnly: true, Kind: NoticeKind.TravelBreach), cancellationToken);
        var looked = open.Take(MaxLooked).ToList();
        var files = await Task.WhenAll(looked.Select(n => cases.ReadAsync(n.Case, cancellationToken)));
        var waiting = looked.Zip(files).Where(pair => pair.Second is { } file && access.MayReach(caller, Operation.ReadReport, file))
            .Select(pair => (Notice: pair.First, File: pair.Second!, Decided: NewestOf(pair.Second!)))
            .Where(w => w.Decided is not { Outcome: TravelDecision.IsBreach or TravelDecision.NoBreach })
            .ToList();
        var shown = waiting.Take(MaxShown).ToList();
        await Task.WhenAll(shown.Select(w => reads.AllowedAsync(caller, Operation.ReadReport, $"case:{w.File.Id}", null, cancellationToken)));
        return ([.. shown.Select(w => Shown(caller, w.Notice, w.Decided))], waiting.Count > shown.Count || open.Count > looked.Count, cutShort);
    }

    private static BreachToDecide Shown(Caller caller, Notice notice, BreachDecision? decided)
    {
        var content = notice.Content.Deserialize<HitContent>(HubJson.Options) ?? new(null, null);
        return new BreachToDecide(
            notice.Title,
            content.Flight ?? "Flight not known",
            content.Traveller is { } listed ? TravellerWords.Of(listed) : null,
            notice.Due,
            decided is null ? null : $"More research is needed: {decided.By} on {LondonTime.Words(decided.At)}. {decided.Rationale}",
            $"/desk/notices/{notice.Id}",
            TravelRight.NominalOf(notice) is { } nominal && May(caller, Operation.ReadTravel) ? TravelRight.AddressFor(caller, nominal, notice) : null,
            May(caller, Operation.DecideTravel) ? $"/desk/travel/reports/{notice.Case}" : null);
    }

    /// <summary>A decision on any flight of the journey is one on the journey; the case has its own before the journey has.</summary>
    private static BreachDecision? NewestOf(CaseFile file)
    {
        var journey = file.Conclusion?.Deserialize<JudgedAs>(HubJson.Options)?.Journey?.Breach;
        var own = TravelDecision.Newest(file.Decisions, TravelDecision.Breach);
        return own is not null && !(journey?.At >= own.At) ? new BreachDecision(own.Outcome, own.Rationale, own.By.Id, own.At) : journey;
    }

    private static bool May(Caller caller, Operation operation) => AccessMatrix.Published[operation, caller.Role] != Reach.No;

    private sealed record HitContent(ListedTraveller? Traveller, string? Flight);
}

/// <summary>What a report of a flight was concluded to be.</summary>
internal sealed record JudgedAs(JudgedJourney? Journey, CaseId? ToldBy);

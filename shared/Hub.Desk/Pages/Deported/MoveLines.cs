using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Json;
using Hub.Time;

namespace Hub.Desk.Pages.Deported;

/// <summary>What a move says beyond its reasons.</summary>
public static class MoveLines
{
    /// <summary>Each as <c>Flight: BA10</c>; empty where it says nothing more.</summary>
    public static ImmutableArray<string> Of(MoveMade made) => made.Details is not { } details ? [] : made.Move switch
    {
        MoveName.Plan => Plan(As<ReturnPlan>(details)),
        MoveName.Meet => Meeting(As<MeetingDetails>(details)),
        MoveName.RecordVisor => [$"ViSOR reference: {As<VisorDetails>(details).Reference}"],
        MoveName.ReferMappa => Mappa(As<MappaDetails>(details)),
        MoveName.ReferHousing => [$"Needs: {As<HousingDetails>(details).Needs}"],
        MoveName.Transfer => [$"To: {DeportedWords.Force(As<TransferDetails>(details).Force)}"],
        MoveName.NotOnFlight => [Arrival(As<NotArrivedDetails>(details).Arrival)],
        MoveName.Missed => [Arrival(As<MissedDetails>(details).Arrival)],
        MoveName.ArrivalChanged => [Arrival(As<ArrivalChangedDetails>(details).Arrival)],
        _ => [],
    };

    /// <summary><c>BA10, London Heathrow (LHR), landing Tuesday 1 December 2026 at 6:15am</c>, as far as known.</summary>
    public static string Arrival(Arrival arrival) => string.Join(", ", new[]
    {
        arrival.Flight,
        arrival.Port is { } port ? DeportedWords.Port(port) : null,
        arrival.Lands is { } lands ? $"landing {FlightWords.Of(lands)}" : null,
    }.OfType<string>());

    private static ImmutableArray<string> Plan(ReturnPlan plan) =>
    [
        Arrival(plan.Arrival),
        plan.Officers.IsEmpty ? "Officers: those of the port's force" : $"Officers: {string.Join(", ", plan.Officers)}",
        .. plan.Force is { } force ? new[] { $"Force: {DeportedWords.Force(force)}" } : [],
        $"Meeting: {plan.Meeting}",
    ];

    private static ImmutableArray<string> Meeting(MeetingDetails met) =>
    [
        $"Met {LondonTime.Words(met.MetAt)}, {met.Place}, by {string.Join(", ", met.MetBy)}",
        $"Debrief: {DeportedWords.Done(met.Debriefed)}",
        $"Requirements served: {DeportedWords.Done(met.RequirementsServed)}",
        $"Photograph: {DeportedWords.Done(met.Photograph)}",
        $"Fingerprints: {DeportedWords.Done(met.Fingerprints)}",
        $"DNA: {DeportedWords.Done(met.Dna)}",
    ];

    private static ImmutableArray<string> Mappa(MappaDetails referred) => [$"MAPPA category {referred.Category}, level {referred.Level}"];

    private static T As<T>(JsonElement details) => details.Deserialize<T>(HubJson.Options)!;
}

using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.DeportedOffenders.Alerts;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What a senior officer decided: the details of <see cref="MoveName.Decide"/>.</summary>
/// <param name="Outcome">See <see cref="DecisionOutcomes"/>.</param>
public sealed record DecisionDetails(string Outcome);

/// <summary>What a senior officer may decide.</summary>
public static class DecisionOutcomes
{
    /// <summary>A notification order is applied for (Sexual Offences Act 2003 s.97).</summary>
    public const string NotificationOrder = "notification-order";

    public const string ManageWithoutOrder = "manage-without-order";
    public const string NoFurtherAction = "no-further-action";
}

/// <summary>How the person is met: the details of <see cref="MoveName.Plan"/>.</summary>
/// <param name="Flight">Designator; a train's or ship's as written.</param>
/// <param name="Port">Code of a port of the United Kingdom.</param>
/// <param name="Lands">When, on the port's clocks.</param>
/// <param name="Officers">Names or numbers of who meets; empty where another force does.</param>
/// <param name="Meeting">Where and how, in words.</param>
/// <param name="Force">Id of the force that meets; null where the Metropolitan Police does itself.</param>
public sealed record ReturnPlan(string Flight, string Port, FlightTime Lands, ImmutableArray<string> Officers, string Meeting, string? Force)
{
    public Arrival Arrival => new(Flight, Port, Lands);
}

/// <summary>Whether something asked of a person who is met was done.</summary>
public enum StepDone
{
    Done,

    /// <summary>The person would not: photograph, fingerprints and DNA are voluntary (seed 003).</summary>
    Declined,

    /// <summary>Only of requirements, where no notification order was decided on.</summary>
    NotApplicable,
}

/// <summary>What was done when the person was met: the details of <see cref="MoveName.Meet"/>.</summary>
/// <param name="MetBy">Names or numbers of who met them.</param>
/// <param name="MetAt">When. UTC.</param>
/// <param name="Place">Where.</param>
public sealed record MeetingDetails(
    StepDone Debriefed,
    StepDone RequirementsServed,
    StepDone Photograph,
    StepDone Fingerprints,
    StepDone Dna,
    ImmutableArray<string> MetBy,
    DateTimeOffset MetAt,
    string Place);

/// <summary>The details of <see cref="MoveName.NotOnFlight"/>, as the hub adds them: the arrival that did not happen.</summary>
public sealed record NotArrivedDetails(Arrival Arrival);

/// <summary>The details of <see cref="MoveName.Missed"/>, as the hub adds them: the arrival that nobody met.</summary>
public sealed record MissedDetails(Arrival Arrival);

/// <summary>The details of <see cref="MoveName.ArrivalChanged"/>.</summary>
/// <param name="Report">The alert that says so.</param>
/// <param name="Arrival">What it says.</param>
public sealed record ArrivalChangedDetails(Hub.Cases.CaseId Report, Arrival Arrival);

/// <summary>The details of <see cref="MoveName.DecisionLapsed"/>.</summary>
/// <param name="Report">The alert nobody has decided on.</param>
public sealed record DecisionLapsedDetails(Hub.Cases.CaseId Report);

/// <summary>The details of <see cref="MoveName.RecordVisor"/>.</summary>
public sealed record VisorDetails(string Reference);

/// <summary>The details of <see cref="MoveName.ReferMappa"/> (Criminal Justice Act 2003 s.325).</summary>
/// <param name="Category">1 to 3.</param>
/// <param name="Level">1 to 3.</param>
public sealed record MappaDetails(int Category, int Level);

/// <summary>The details of <see cref="MoveName.ReferHousing"/>.</summary>
/// <param name="Needs">What the person needs, in words for housing: not why.</param>
public sealed record HousingDetails(string Needs);

/// <summary>The details of <see cref="MoveName.Transfer"/>.</summary>
/// <param name="Force">Id of the force that takes the case over.</param>
public sealed record TransferDetails(string Force);

using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Travel;
using Hub.Desk.Pages.TravelHistory;

namespace Hub.Desk.Pages.TravelReport;

/// <summary>A person on a flight, and what is to be decided about it.</summary>
public sealed record TravelReportModel
{
    public required Guid Report { get; init; }

    /// <summary>The flight in words.</summary>
    public required string Flight { get; init; }

    public required ShownTraveller Who { get; init; }

    /// <summary>How sure it is that it is the person on the register, as a sentence.</summary>
    public required string Identity { get; init; }

    public ImmutableArray<string> Along { get; init; } = [];

    public string? Remarks { get; init; }

    /// <summary>When the person comes back, in words; null where not known.</summary>
    public string? Back { get; init; }

    /// <summary>Null while nothing was judged.</summary>
    public TravelOutcome? Outcome { get; init; }

    public string? Rule { get; init; }

    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>On this report, newest first.</summary>
    public ImmutableArray<ShownDecision> Decisions { get; init; } = [];

    /// <summary>Why nothing can be decided, in words; null where it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What is decided now: a kind of <see cref="TravelDecision"/>.</summary>
    public required string On { get; init; }

    /// <summary>How many decisions of that kind the page shows.</summary>
    public required int Knowing { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>The person's travel; null where it is not known whose it is.</summary>
    public string? PersonAddress { get; init; }

    /// <summary>Kinds of decisions in the order of the page.</summary>
    public static ImmutableArray<string> Kinds { get; } = [TravelDecision.Breach, TravelDecision.Return, TravelDecision.Interception, TravelDecision.ForeignAuthority];
}

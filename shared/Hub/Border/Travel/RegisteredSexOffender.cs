using Hub.Nominals;

namespace Hub.Border.Travel;

/// <summary>Who may be subject to the notification requirements though the register gives no period.</summary>
public static class RegisteredSexOffender
{
    private const string Visor = "visor";

    /// <summary>
    /// Held on ViSOR, or managed as a registered sex offender (MAPPA category 1; Criminal Justice Act 2003 s.327). Both
    /// also hold others, so this alone shows no duty: see <see cref="TravelOutcome.CannotTell"/>.
    /// </summary>
    public static bool MayBeSubject(Nominal nominal) =>
        nominal.Registers.Contains(Visor, StringComparer.OrdinalIgnoreCase)
        || nominal.VisorReference is not null
        || nominal.Mappa is { Category: 1 };
}

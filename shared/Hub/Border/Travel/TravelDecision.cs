using Hub.Cases;

namespace Hub.Border.Travel;

/// <summary>What officers decide about a person on a flight, by kind and outcome: see <see cref="CaseDecision"/>.</summary>
public static class TravelDecision
{
    /// <summary>Whether the travel breached the notification requirements: <c>breach</c>, <c>no-breach</c>, <c>more-research</c>.</summary>
    public const string Breach = "breach";

    /// <summary>Whether the return flight is to be met: <c>keep</c>, <c>cancel</c>.</summary>
    public const string Interception = "interception";

    /// <summary>When the person returns: <c>known</c> (with a <see cref="KnownReturn"/>), <c>unknown</c>.</summary>
    public const string Return = "return";

    /// <summary>Whether a foreign authority is told: <c>tell</c>, <c>do-not-tell</c> (with a <see cref="ForeignAuthorityDetails"/>).</summary>
    public const string ForeignAuthority = "foreign-authority";

    public const string IsBreach = "breach";
    public const string NoBreach = "no-breach";
    public const string MoreResearch = "more-research";
    public const string Cancel = "cancel";
    public const string Keep = "keep";
    public const string Known = "known";
    public const string Unknown = "unknown";
    public const string Tell = "tell";
    public const string DoNotTell = "do-not-tell";

    /// <summary>The newest decision of a kind; null where none was made.</summary>
    public static CaseDecision? Newest(IEnumerable<CaseDecision> decisions, string kind) => decisions.LastOrDefault(d => d.Kind == kind);
}

/// <summary>Which foreign authority a decision is about.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Authority">As written; null for the country's police by Interpol.</param>
public sealed record ForeignAuthorityDetails(string Country, string? Authority);

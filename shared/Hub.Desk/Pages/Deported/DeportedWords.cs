using System.Globalization;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Words;
using Hub.Places;

namespace Hub.Desk.Pages.Deported;

/// <summary>What is known of a deported offender, in words.</summary>
public static class DeportedWords
{
    /// <summary>Who it is; where no alert counts any more, that nobody is.</summary>
    public static string Name(CaseFacts facts) => facts.Subject is { } subject ? subject.Name.ToString() : "Nobody: no alert counts any more";

    public static string Port(PortOfEntry port) => $"{port.Name} ({port.Code})";

    public static string Port(string code) => PortDirectory.Default.TryFind(code, out var port) ? Port(port) : code;

    public static string Force(string id) => PortDirectory.Default.TryGetForce(id, out var force) ? force.Name : id;

    public static string Risk(RiskLevel? risk) => risk switch
    {
        RiskLevel.Low => "Low",
        RiskLevel.Medium => "Medium",
        RiskLevel.High => "High",
        RiskLevel.VeryHigh => "Very high",
        _ => "Not known",
    };

    /// <summary><c>Interpol, NCB Bangkok</c>.</summary>
    public static string Source(DeportedOffenderAlert alert)
    {
        var source = alert.Source switch
        {
            AlertSource.Interpol => "Interpol",
            AlertSource.PrisonersAbroad => "Prisoners Abroad",
            _ => "A foreign authority",
        };
        return alert.Authority is { } authority ? $"{source}, {authority}" : source;
    }

    /// <summary>How far an alert counts.</summary>
    public static string Standing(AlertStanding standing) => standing switch
    {
        AlertStanding.Live => "Counts",
        AlertStanding.Corrected => "Does not count: corrected",
        AlertStanding.Withdrawn => "Does not count: taken back",
        AlertStanding.InAnotherCase => "Counts in another case",
        _ => "Does not count: somebody else",
    };

    /// <summary><c>Rape, Thailand, 2019: 7 years</c>.</summary>
    public static string Conviction(ForeignConviction conviction) =>
        $"{conviction.Offence}, {PersonWords.Country(conviction.Country)}{(conviction.Date is { } date ? $", {PersonWords.Born(date)}" : "")}{(conviction.Sentence is { } sentence ? $": {sentence}" : "")}";

    /// <summary>Where the person means to live.</summary>
    public static string Home(CaseFacts facts) =>
        facts.NoFixedAbode ? "No fixed abode"
        : facts.IntendedAddress is { } address ? $"{PersonWords.Address(address)}{(facts.Home is { } home && home.Name != address.Borough ? $" ({home.Name})" : "")}"
        : "Not known";

    public static string Done(StepDone done) => done switch
    {
        StepDone.Done => "done",
        StepDone.Declined => "declined",
        _ => "does not apply",
    };

    /// <summary><c>1.2 MB</c>, <c>340 KB</c>.</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024
        ? $"{(bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture)} MB"
        : $"{Math.Max(1, (bytes + 1023) / 1024).ToString(CultureInfo.InvariantCulture)} KB";

    /// <summary>The plan that holds, in a sentence; null where there is none.</summary>
    public static string? Plan(DeportedOffenderCase state) => MovesMade.Plan(state) is var (plan, _)
        ? $"{Meets(plan)}. {plan.Meeting}"
        : null;

    private static string Meets(ReturnPlan plan) => plan switch
    {
        { Force: { } force, Officers.IsEmpty: true } => $"{Force(force)} meets the person",
        { Force: { } force } => $"{string.Join(", ", plan.Officers)} with {Force(force)} meet the person",
        _ => $"{string.Join(", ", plan.Officers)} {(plan.Officers.Length == 1 ? "meets" : "meet")} the person",
    };
}

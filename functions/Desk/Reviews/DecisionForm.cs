using Hub.Desk.Forms;
using Hub.Functions.Reports;
using Hub.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Reviews;

/// <summary>The form of a decision: one choice stands for the API's <c>decision</c> and <c>nominal</c>; the rest is read by the API's own reader.</summary>
internal static class DecisionForm
{
    private const string Decision = "decision";
    private const string Confirms = MatchDecisionBody.Confirm + ":";

    /// <returns>What was decided; or null and the form with what is wrong, as it was entered.</returns>
    public static async Task<(MatchDecisionBody? Body, FormState Form)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var entered = await FormReading.ReadAsync(request, cancellationToken);
        var choice = entered.Value(Decision);
        var form = choice.StartsWith(Confirms, StringComparison.Ordinal) ? entered.With(Decision, MatchDecisionBody.Confirm).With("nominal", choice[Confirms.Length..]) : entered;
        var (body, read) = FormReading.Read(form, MatchDecisionBody.Read);
        return (body, entered with { Errors = [.. read.Errors.Select(InWords)] });
    }

    public static FormState NotACandidate(FormState form) =>
        form with { Errors = [new FieldError($"$.{Decision}", "not-a-candidate", "Choose one of the persons shown here, or none of them")] };

    /// <summary>What was done, naming nobody.</summary>
    public static string Done(MatchDecisionBody body) => body.Decision switch
    {
        MatchDecisionBody.Confirm => "Match confirmed: whoever must know is told.",
        MatchDecisionBody.Reject => "Match rejected.",
        _ => "More is asked. The case stays in the queue.",
    };

    private static FieldError InWords(FieldError error) => (FormState.FieldOf(error.Path), error.Code) switch
    {
        (Decision, _) or ("nominal", _) => new FieldError($"$.{Decision}", error.Code, "Choose what you decide"),
        ("rationale", FieldErrorCode.Required) => error with { Message = "Write why, in words that can be read out in court" },
        ("rationale", FieldErrorCode.TooLong) => error with { Message = "Say why in at most 2,000 characters" },
        _ => error,
    };
}

using Hub.Auditing;
using Hub.Cases;
using Hub.Json;
using Hub.Reports;
using Hub.Reports.Reviewing;

namespace Hub.Functions.Reports;

/// <summary>A decision on a possible match as the API and the page take it.</summary>
internal sealed record MatchDecisionBody(string Decision, string? Nominal, string Rationale)
{
    public const string Confirm = "confirm";
    public const string Reject = "reject";
    public const string More = "more";

    public static MatchDecisionBody Read(JsonFields fields)
    {
        var decision = fields.RequiredText("decision", 20);
        var nominal = fields.OptionalText("nominal", 64);
        if (decision is not ("" or Confirm or Reject or More))
        {
            fields.Refuse("decision", FieldErrorCode.NotOneOf, $"Expected one of: {Confirm}, {Reject}, {More}.");
        }
        else if (decision == Confirm && nominal is null)
        {
            fields.Refuse("nominal", FieldErrorCode.Required, "Say which nominal is confirmed.");
        }

        return new MatchDecisionBody(decision, nominal, fields.RequiredText("rationale", 2000, multiline: true));
    }

    public Task<ReviewOutcome> CarryOutAsync(CaseId id, MatchReview review, MoreNeeded more, Actor by, CancellationToken cancellationToken) => Decision == More
        ? more.AskAsync(id, Rationale, by, cancellationToken)
        : review.DecideAsync(id, Decision == Confirm ? Nominal : null, Rationale, by, cancellationToken);
}

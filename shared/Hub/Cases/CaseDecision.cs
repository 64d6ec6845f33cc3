using System.Text.Json;
using Hub.Auditing;

namespace Hub.Cases;

/// <summary>What a named person decided about a case, and why. Kept for good.</summary>
/// <param name="Kind">What was decided on, such as <c>breach</c>.</param>
/// <param name="Outcome">What was decided, such as <c>no-breach</c>.</param>
/// <param name="Rationale">Why, in their words.</param>
/// <param name="By">Who.</param>
/// <param name="At">When. UTC.</param>
/// <param name="Details">What the decision says beside its outcome, in the shape of its kind; null where nothing.</param>
public sealed record CaseDecision(string Kind, string Outcome, string Rationale, Actor By, DateTimeOffset At, JsonElement? Details = null);

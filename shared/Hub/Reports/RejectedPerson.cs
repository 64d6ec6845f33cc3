using System.Text.Json;
using Hub.Cases;
using Hub.Feeds;
using Hub.Matching;

namespace Hub.Reports;

/// <summary>
/// Takes a person out of a case who turned out not to be the nominal, for feeds that may keep nobody but hits. What
/// was compared and decided stays; who the other was does not.
/// </summary>
internal static class RejectedPerson
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    /// <param name="unlessIdentified">Leaves a case alone whose person is identified.</param>
    public static void Forget(CaseEdit edit, FeedCatalog feeds, bool unlessIdentified = false)
    {
        if ((unlessIdentified && edit.Case.Match?.Outcome is MatchOutcome.Match)
            || feeds.Find(edit.Case.Feed)?.WithoutPerson(edit.Case.Report) is not { } without
            || JsonElement.DeepEquals(edit.Case.Report, without))
        {
            return;
        }

        edit.Update(c => c with
        {
            Report = without,
            Conclusion = null,
            Match = c.Match is { } match ? match with { Candidates = [.. match.Candidates.Select(WithoutValues)] } : null,
        });
        foreach (var notice in edit.Case.Notices)
        {
            edit.Put(notice with { Content = Nothing });
        }

        edit.Forget();
        edit.Audit("person.removed", "The traveller is not the nominal, as far as was decided: what the list said of the person was taken out of the case.");
    }

    private static CandidateEvidence WithoutValues(CandidateEvidence candidate) => candidate with
    {
        Fields = [.. candidate.Fields.Select(f => f with { Reported = null })],
    };
}

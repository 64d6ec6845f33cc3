using Hub.Matching;
using Hub.Nominals;

namespace Hub.Reports;

/// <summary>Takes a match with a record that was merged into another for one with that other; and back, once they are split.</summary>
public sealed class MergedMatches(INominalRegister register)
{
    /// <summary>The match as the register is now, and the nominal it is with; null for nobody.</summary>
    public async Task<(MatchAssessment Match, Nominal? Nominal)> FollowAsync(MatchAssessment match, CancellationToken cancellationToken)
    {
        if ((match.Named ?? NominalOf(match.Outcome)) is not { } named)
        {
            return (match, null);
        }

        var nominal = await register.FindAsync(named, cancellationToken);
        var id = nominal?.Id ?? named;
        return (match with { Outcome = With(match.Outcome, id), Named = id == named ? null : named }, nominal);
    }

    /// <summary>Whether the register still takes the match for the nominal of its outcome.</summary>
    public async Task<bool> IsCurrentAsync(MatchAssessment? match, CancellationToken cancellationToken) =>
        match is null || NominalOf((await FollowAsync(match, cancellationToken)).Match.Outcome) == NominalOf(match.Outcome);

    private static string? NominalOf(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Match match => match.Nominal,
        MatchOutcome.Possible possible => possible.Nominal,
        _ => null,
    };

    private static MatchOutcome With(MatchOutcome outcome, string nominal) => outcome switch
    {
        MatchOutcome.Match match => match with { Nominal = nominal },
        MatchOutcome.Possible possible => possible with { Nominal = nominal },
        _ => outcome,
    };
}

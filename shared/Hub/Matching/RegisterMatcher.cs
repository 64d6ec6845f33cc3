using Hub.Persons;

namespace Hub.Matching;

/// <summary>Matches reports against the register in memory, once it has been read.</summary>
public sealed class RegisterMatcher(Screener screener, RegisterFollower follower) : IMatcher
{
    public async ValueTask<MatchAssessment> MatchAsync(PersonDetails person, MatchPurpose purpose, CancellationToken cancellationToken)
    {
        await follower.WhenReadyAsync(cancellationToken);
        return screener.Assess(person, purpose);
    }
}

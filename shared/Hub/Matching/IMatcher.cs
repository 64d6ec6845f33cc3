using Hub.Persons;

namespace Hub.Matching;

/// <summary>Compares a person from a report with the register.</summary>
public interface IMatcher
{
    /// <summary>The outcome with its evidence. The same person and register give the same assessment.</summary>
    ValueTask<MatchAssessment> MatchAsync(PersonDetails person, MatchPurpose purpose, CancellationToken cancellationToken);
}

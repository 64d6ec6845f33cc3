using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Hits;
using Hub.Json;
using Hub.Matching;
using Hub.Testing.Border;

namespace Hub.Tests.Border.Hits;

/// <summary>Whom a hit is about, where matching finds several.</summary>
public sealed class ConcerningTests
{
    private static readonly MatchAssessment Possible = new()
    {
        Outcome = new MatchOutcome.Possible("N-child", 0.8),
        Because = "Likely, but not enough to be sure without a person.",
        ModelVersion = "2026-11-1",
        RegisterMark = 1,
        Considered = 2,
        Candidates = [Candidate("N-child", 0.8), Candidate("N-offender", 0.7)],
    };

    [Fact]
    public void Where_the_likeliest_may_fly_the_hit_is_about_whom_screening_found_it_for()
    {
        var concerning = Concerning("N-offender", Possible);

        Assert.Equal(new MatchOutcome.Possible("N-offender", 0.7), concerning.Outcome);
        Assert.Contains("N-offender", concerning.Because, StringComparison.Ordinal);
        Assert.Equal(Possible.Candidates, concerning.Candidates);
    }

    [Theory]
    [InlineData("N-child")]
    [InlineData("N-nobody")]
    [InlineData(null)]
    public void Else_it_is_about_the_likeliest(string? about) => Assert.Same(Possible, Concerning(about, Possible));

    [Fact]
    public void A_match_and_a_persons_word_stand()
    {
        var match = Possible with { Outcome = new MatchOutcome.Match("N-child", 0.99) };
        var decided = Possible with { Decision = new MatchDecision(true, "N-child", new Actor("camden-7", "jigsawOfficer"), DateTimeOffset.UnixEpoch, "Known to me.") };

        Assert.Same(match, Concerning("N-offender", match));
        Assert.Same(decided, Concerning("N-offender", decided));
    }

    private static CandidateEvidence Candidate(string nominal, double probability) => new(nominal, probability, -10, 2, []);

    private static MatchAssessment Concerning(string? about, MatchAssessment match) => new ManifestMatchFeed().Concerning(JsonSerializer.SerializeToElement(
        new ManifestMatch
        {
            Reference = "BA9/2026-12-01/LHR/N-offender",
            Traveller = Flown.Stranger().Person,
            Flight = Flown.Flight("BA9", "LHR 2026-12-01 21:30", "BKK 2026-12-02 16:10"),
            Boards = "LHR",
            Leaves = "BKK",
            About = about,
        }, HubJson.Options), match);
}

using Hub.Matching;
using Hub.Matching.Searching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.Border;
using Moq;

namespace Hub.Tests.Matching;

/// <summary>A search while the register changes under it.</summary>
public sealed class NominalFindingTests : IDisposable
{
    private static readonly Nominal Known = A.Nominal("N-1") with
    {
        Names = [new PersonName { Surname = "Cholmondeley", Given = ["Agnes"] }],
        Addresses = [new Address { Lines = ["1 High Road"], Postcode = "E8 1AB" }],
    };

    private readonly MemoryRegister register = new();
    private readonly RegisterIndex index = new(MatchModel.Shipped);
    private readonly RegisterFollower follower;
    private int reads;

    public NominalFindingTests()
    {
        register[Known.Id] = Known;
        follower = new RegisterFollower(register, index);
    }

    public void Dispose() => follower.Dispose();

    /// <summary>Searches by surname; between search and reading, something happens.</summary>
    private async Task<FoundNominals> FindAsync(Action<int> meanwhile)
    {
        var between = new Mock<INominalRegister>();
        between.Setup(r => r.GetAllAsync(It.IsAny<IReadOnlyCollection<string>>(), It.IsAny<CancellationToken>())).Returns((IReadOnlyCollection<string> ids, CancellationToken none) =>
        {
            meanwhile(++reads);
            return register.GetAllAsync(ids, none);
        });
        await follower.CatchUpAsync(default);
        var wanted = SearchQuestion.Of(new PersonDetails { Names = [new PersonName { Surname = "Cholmondeley", Given = ["Agnes"] }] });
        return await new NominalFinding(new NominalSearch(new Screener(index, TimeProvider.System)), follower, between.Object).FindAsync(wanted, 5, default);
    }

    private static string[] GivenIn(CandidateEvidence evidence) => [.. evidence.Fields.Where(f => f.Field == "given").Select(f => f.Registered)!];

    [Fact]
    public async Task Of_one_who_changed_between_search_and_reading_evidence_and_record_say_the_same()
    {
        var found = await FindAsync(read =>
        {
            if (read == 1)
            {
                register[Known.Id] = Known with { Names = [new PersonName { Surname = "Cholmondeley", Given = ["Agnes", "Maud"] }], Occupation = "Baker" };
            }
        });

        var (nominal, evidence) = Assert.Single(found.Shown);
        Assert.Equal(("Baker", 2), (nominal.Occupation, reads));
        Assert.Equal(index.Mark, found.Search.Mark);
        Assert.NotEmpty(GivenIn(evidence));
    }

    [Fact]
    public async Task One_who_ended_between_search_and_reading_is_left_out() =>
        Assert.Empty((await FindAsync(read => register[Known.Id] = Known with { Ended = A.Moment })).Shown);

    [Fact]
    public async Task One_who_never_stops_changing_is_left_out_rather_than_shown_with_old_evidence()
    {
        var found = await FindAsync(read => register[Known.Id] = Known with { Occupation = $"Baker {read}" });

        Assert.Empty(found.Shown);
        Assert.InRange(reads, 2, 10);
    }

    [Fact]
    public async Task Changes_of_others_disturb_nobody()
    {
        Assert.Single((await FindAsync(read => register["N-2"] = A.Nominal("N-2"))).Shown);
        Assert.Equal(1, reads);
    }
}

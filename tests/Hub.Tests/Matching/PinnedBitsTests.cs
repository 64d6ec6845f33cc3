using Hub.Matching;
using Hub.Nominals;
using Hub.Testing.People;

namespace Hub.Tests.Matching;

/// <summary>The same bits on every machine and in every version.</summary>
public sealed class PinnedBitsTests
{
    // To be renewed knowingly: it changes with the model's figures, with the comparisons, with the tables of names, and
    // with the generator. On an unchanged model it must be the same everywhere; where it is not, the machine is wrong.
    private const ulong Pinned = 14154424664247011253;

    [Fact]
    public void A_few_hundred_screenings_are_the_same_to_the_bit_as_when_they_were_pinned()
    {
        var people = new PeopleGenerator(41);
        List<Nominal> register = [.. people.Register(1_200)];
        var screener = Registered.Screener(register);
        var all = register.Take(300).Select((n, i) => $"{MatchModel.Shipped.Version} {Registered.Bits(screener.Screen(people.Report(n, i % 6), (MatchPurpose)(i % 3), keep: 10))}");
        Assert.Equal(Pinned, SeededRandom.Number(string.Join('\n', all)));
    }
}

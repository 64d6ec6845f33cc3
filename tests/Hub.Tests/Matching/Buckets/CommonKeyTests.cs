using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Hub.Testing.Buckets;

namespace Hub.Tests.Matching.Buckets;

/// <summary>Keys that many share.</summary>
public sealed class CommonKeyTests : IDisposable
{
    private readonly MemoryBucketStore store = new();
    private readonly BucketWorld world;

    public CommonKeyTests() => world = new BucketWorld(store);

    public void Dispose() => world.Dispose();

    private static Nominal Somebody(int number) => A.Nominal($"N-{number:D5}") with { Names = [Registered.Name(Word(number), Word(number + 7_000_000))], Born = null };

    // Words that neither look nor sound alike.
    private static string Word(int number)
    {
        var random = new Random(number);
        return string.Concat(Enumerable.Range(0, 5).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));
    }

    private static IEnumerable<Nominal> At(string postcode, int count) =>
        Enumerable.Range(0, count).Select(i => Somebody(i) with { Addresses = [new Address { Postcode = postcode }] });

    private static IEnumerable<Nominal> BornOn(string day, int count) => Enumerable.Range(0, count).Select(i => Somebody(i) with { Born = BirthDate.Parse(day) });

    private async Task<string> SameAsync(PersonDetails person, MatchPurpose purpose)
    {
        var (memory, buckets) = await world.AssessAsync(person, purpose);
        Assert.Equal(memory, buckets);
        return buckets;
    }

    private (int Count, int Kept, int Pages) Held(string kind)
    {
        var all = store.Of($".{kind}.");
        var head = Assert.Single(all, d => d.Address.Page == 0 && d.Count > 1);
        Assert.Equal(head.Pages.Count, all.Count(d => d.Address.Key == head.Address.Key && d.Address.Page > 0 && !d.IsSpent));
        return (head.Count, head.Kept, head.Pages.Count);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_postcode_finds_people_up_to_the_limit_of_the_purpose_and_no_further(int share, bool isUsed)
    {
        await world.PutAsync(At("E8 1EA", share));
        var person = new PersonDetails { Names = [Registered.Name("Quite", "Other")], Addresses = [new Address { Postcode = "E8 1EA" }] };

        Assert.Contains($"\"considered\":{(isUsed ? share : 0)}}}", await SameAsync(person, MatchPurpose.ArrestRouting), StringComparison.Ordinal);
        Assert.Contains($"\"considered\":{share}}}", await SameAsync(person, MatchPurpose.Deduplication), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_postcode_that_far_too_many_share_only_the_count_is_kept_until_most_of_them_have_gone()
    {
        var crowd = At("E8 1EA", 1_200).ToList();
        await world.PutAsync(crowd.Take(400));
        Assert.Equal((400, 400, 0), Held("postcode"));
        await world.PutAsync(crowd.Take(900));
        Assert.Equal((900, 900, 2), Held("postcode"));
        await world.PutAsync(crowd);
        Assert.Equal((1_200, 0, 0), Held("postcode"));

        var person = Registered.Report(crowd[1_100]) with { Names = [Registered.Name("Quite", "Other")] };
        await SameAsync(person, MatchPurpose.Deduplication);
        await world.EndAsync(crowd.Take(600));
        Assert.Equal((600, 0, 0), Held("postcode"));
        await SameAsync(person, MatchPurpose.Deduplication);
        await world.EndAsync(crowd.Take(950));

        Assert.Equal((250, 250, 0), Held("postcode"));
        Assert.Contains("\"considered\":250}", await SameAsync(person, MatchPurpose.Deduplication), StringComparison.Ordinal);
        await world.PutAsync(crowd.Take(900));
        Assert.Equal((1_150, 0, 0), Held("postcode"));
    }

    [Fact]
    public async Task Pages_are_parted_as_they_fill_and_put_together_as_they_empty()
    {
        var crowd = BornOn("1990-01-01", 1_600).ToList();
        await world.PutAsync(crowd);
        Assert.Equal((1_600, 1_600, 4), Held("born"));

        await world.EndAsync(crowd.Where((_, i) => i % 4 != 0));
        Assert.Equal((400, 400), (Held("born").Count, Held("born").Kept));
        Assert.InRange(Held("born").Pages, 2, 3);
        await SameAsync(Registered.Report(crowd[4]), MatchPurpose.ArrestRouting);

        await world.EndAsync(crowd.Skip(100));
        Assert.Equal((25, 25, 0), Held("born"));
        await SameAsync(Registered.Report(crowd[4]), MatchPurpose.ArrestRouting);
    }

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public async Task More_than_can_be_weighed_are_said_to_be_so(int share, bool isCut)
    {
        await world.PutAsync(BornOn("1990-01-01", share));
        var asked = new PersonDetails { Names = [Registered.Name("Quite", "Other")], Born = BirthDate.Parse("1990-01-01") };
        var (memory, buckets) = await world.AssessAsync(asked, MatchPurpose.ArrestRouting);

        Assert.All([memory, buckets], text => Assert.Equal(isCut, text.Contains("More than 2,000 on the register share something", StringComparison.Ordinal)));
        Assert.All([memory, buckets], text => Assert.Contains("\"considered\":2000}", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_birthday_that_far_too_many_share_enough_are_kept_and_nobody_is_missed_once_they_have_gone()
    {
        var crowd = BornOn("1990-01-01", 4_200).ToList();
        await world.PutAsync(crowd);
        Assert.Equal((4_200, 4_000), (Held("born").Count, Held("born").Kept));

        // Those kept go first: with 2,000 left of them others are wanted.
        await world.EndAsync(crowd.Take(1_999));
        Assert.Equal((2_201, 2_001), (Held("born").Count, Held("born").Kept));
        await world.EndAsync(crowd.Take(2_000));
        Assert.Equal((2_200, 2_200), (Held("born").Count, Held("born").Kept));
        await world.EndAsync(crowd.Take(2_400));

        Assert.Contains("\"considered\":1800}", await SameAsync(Registered.Report(crowd[4_199]) with { Names = [Registered.Name("Quite", "Other")] }, MatchPurpose.ArrestRouting), StringComparison.Ordinal);
        Assert.Contains("match", await SameAsync(Registered.Report(crowd[4_199]), MatchPurpose.Deduplication), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(2_001)]
    public async Task A_name_that_too_many_bear_is_said_to_be_too_common(int bear)
    {
        await world.PutAsync(Enumerable.Range(0, bear).Select(i => Somebody(i) with { Names = [Registered.Name("Smith", "John")] }));
        var said = await SameAsync(new PersonDetails { Names = [Registered.Name("Smith", "John")] }, MatchPurpose.ArrestRouting);
        Assert.Equal(bear > 2_000, said.Contains("too many bear a name like this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task However_many_share_a_birthday_the_one_with_the_same_pnc_id_is_found()
    {
        var crowd = BornOn("1990-01-01", 2_500).ToList();
        await world.PutAsync([.. crowd, Somebody(9_000) with { PncId = "2003/0011985X", Born = BirthDate.Parse("1990-01-01") }]);
        var (_, found) = await world.AssessAsync(Registered.Report(Somebody(9_000)) with { PncId = "2003/0011985X", Born = BirthDate.Parse("1990-01-01") }, MatchPurpose.ArrestRouting);
        Assert.Contains("\"outcome\":\"match\",\"nominal\":\"N-09000\"", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_asked_while_its_bucket_is_written_sees_it_before_or_after_and_never_torn()
    {
        var crowd = BornOn("1990-01-01", 1_500).ToList();
        await world.PutAsync(crowd);
        var person = new PersonDetails { Names = [Registered.Name("Quite", "Other")], Born = BirthDate.Parse("1990-01-01") };
        var written = false;
        store.AfterRead = async addresses =>
        {
            if (!written && addresses.Any(a => a.Page == 0))
            {
                written = true;
                await world.EndAsync(crowd.Take(900));
            }
        };

        var (_, buckets) = await world.AssessAsync(person, MatchPurpose.ArrestRouting);

        Assert.True(written);
        Assert.Contains("\"considered\":600}", buckets, StringComparison.Ordinal);
    }
}

using Hub.Matching;
using Hub.Matching.Index;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing.People;

namespace Hub.Tests.Matching;

public sealed class BucketKeysTests
{
    private static readonly PeopleGenerator People = new(23);
    private static readonly List<Nominal> Register = [.. People.Register(3_000)];

    private static readonly Nominal Jon = Testing.A.Nominal("N-1") with
    {
        PncId = "2003/0011985X",
        Phones = ["07700 900123"],
        Addresses = [new Address { Lines = ["7 Mulberry Walk"], Postcode = "E8 1EA" }],
    };

    [Fact]
    public void A_report_with_one_error_shares_a_key_with_its_nominal()
    {
        var missed = Register.Where(n => !BucketKeys.Of(n).Intersect(BucketKeys.Of(People.Report(n, errors: 1))).Any()).ToList();
        Assert.InRange(missed.Count, 0, Register.Count / 100);
    }

    [Fact]
    public void A_passenger_with_one_error_shares_one_too()
    {
        var passengers = new PeopleGenerator(23, ReportOptions.Passenger);
        var missed = Register.Where(n => !BucketKeys.Of(n).Intersect(BucketKeys.Of(passengers.Report(n, errors: 1))).Any()).ToList();
        Assert.InRange(missed.Count, 0, Register.Count / 100);
    }

    [Fact]
    public void Strangers_mostly_share_none_that_tells_much()
    {
        var tellings = Register.SelectMany(n => BucketKeys.Of(n)).Where(k => k.Kind < BlockingKind.NamePair).ToHashSet();
        Assert.DoesNotContain(Enumerable.Range(0, 300), i => BucketKeys.Of(People.Stranger(i)).Any(k => k.Kind != BlockingKind.Email && tellings.Contains(k)));
    }

    [Fact]
    public void Keys_stand_once_and_come_the_same_every_time() => Assert.All(Register.Take(200), n =>
    {
        Assert.Distinct(BucketKeys.Of(n));
        Assert.Equal(BucketKeys.Of(n), BucketKeys.Of(n with { Id = "other", Registers = [] }));
    });

    [Fact]
    public void The_index_finds_by_the_very_same_keys()
    {
        var screener = Registered.Screener(Register.Take(400));
        foreach (var nominal in Register.Take(100))
        {
            var keys = BucketKeys.Of(People.Report(nominal, errors: 2)).ToHashSet();
            var found = screener.Block(People.Report(nominal, errors: 2), MatchPurpose.Deduplication);
            Assert.Equal(Register.Take(400).Where(n => BucketKeys.Of(n).Any(keys.Contains)).Select(n => n.Id), found.Order(StringComparer.Ordinal));
        }
    }

    // Buckets kept elsewhere are addressed by these: whoever changes them must file every nominal anew.
    [Theory]
    [InlineData(BlockingKind.PncId, 14912638503146166223UL)]
    [InlineData(BlockingKind.Phone, 17163177442391331111UL)]
    [InlineData(BlockingKind.NamePair, 17882143903306084331UL)]
    [InlineData(BlockingKind.SurnameYearMonth, 15827994893920523434UL)]
    [InlineData(BlockingKind.Born, 9035538266713383350UL)]
    [InlineData(BlockingKind.AddressPair, 3647724041582398578UL)]
    [InlineData(BlockingKind.Postcode, 8158631721781484233UL)]
    public void Keys_are_the_same_on_every_machine_and_in_every_version(BlockingKind kind, ulong value) =>
        Assert.Equal(value, BucketKeys.Of(Jon).First(k => k.Kind == kind).Value);

    [Fact]
    public void Who_is_asked_about_is_also_looked_for_with_day_and_month_the_other_way_round()
    {
        var registered = Jon with { Born = BirthDate.Parse("2011-09-05") };
        var asked = Registered.Report(registered) with { Names = [], PncId = null, Phones = [], Addresses = [], Born = BirthDate.Parse("2011-05-09") };
        Assert.Single(BucketKeys.Of(registered).Intersect(BucketKeys.Of(asked)));
    }
}

using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;
using Hub.Desk.Pages.Reviews;
using Hub.Desk.Words;
using Hub.Matching;
using Hub.Places;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>The evidence as a picture, and the words about it.</summary>
public sealed class WaterfallTests
{
    private static readonly CandidateEvidence Evidence = new("N-1", 0.8, -10, 2, [Field("surname", 9), Field("born", -3), Field("sex", 6)]);

    private static FieldEvidence Field(string name, double bits, string level = "similar") => new(name, level, bits, "a", "b", "Words.");

    [Fact]
    public void Each_bar_begins_where_the_one_before_ended_and_the_sum_begins_at_zero()
    {
        var picture = Waterfall.Of(Evidence, ("A", -2), ("B", 10));
        var (start, surname, born, sex, total) = (picture.Bars[0], picture.Bars[1], picture.Bars[2], picture.Bars[3], picture.Bars[4]);

        Assert.Equal(["Before anything is compared", "Surname", "Date of birth", "Sex", "Altogether"], picture.Bars.Select(b => b.Label));
        Assert.Equal(["−10.0", "+9.0", "−3.0", "+6.0", "+2.0"], picture.Bars.Select(b => b.Value));
        Assert.Equal([WaterfallStep.Start, WaterfallStep.For, WaterfallStep.Against, WaterfallStep.For, WaterfallStep.Total], picture.Bars.Select(b => b.Step));
        Assert.Equal(start.End, surname.X, 6);
        Assert.Equal(surname.End, born.X + born.Length, 6);
        Assert.Equal(born.End, sex.X, 6);
        Assert.Equal(sex.End, total.End, 6);
        Assert.Equal(picture.Zero, total.X, 6);
        Assert.Equal(picture.Zero, start.X + start.Length, 6);
    }

    [Fact]
    public void Lengths_are_to_scale_and_everything_is_within_the_picture()
    {
        var picture = Waterfall.Of(Evidence, ("A", -2), ("B", 10));

        Assert.Equal(3, picture.Bars[1].Length / picture.Bars[2].Length, 6);
        Assert.All(picture.Bars, b => Assert.InRange(b.X, 0, Waterfall.Width - b.Length));
        Assert.All(picture.Bars, b => Assert.InRange(b.Y, 0, picture.Height - Waterfall.BarHeight));
        Assert.Equal(picture.Bars.OrderBy(b => b.Y), picture.Bars);
        Assert.True(picture.Marks[0].X < picture.Zero && picture.Zero < picture.Marks[1].X && picture.Marks[1].X < Waterfall.Width);
    }

    [Fact]
    public void What_weighs_nothing_is_still_to_be_seen_and_no_evidence_at_all_is_a_picture_too()
    {
        Assert.True(Waterfall.Of(Evidence with { Fields = [Field("sex", 0)] }).Bars[1].Length > 1);
        var nothing = Waterfall.Of(new CandidateEvidence("N-1", 0.5, 0, 0, []));
        Assert.All(nothing.Bars, b => Assert.True(double.IsFinite(b.X) && double.IsFinite(b.Length)));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.8, 2)]
    [InlineData(0.2, -2)]
    public void A_probability_is_its_odds_in_bits(double probability, double bits) => Assert.Equal(bits, Waterfall.BitsOf(probability), 9);

    [Theory]
    [InlineData("exact", 5, Agreement.Agrees)]
    [InlineData("same", 5, Agreement.Agrees)]
    [InlineData("one-slip", 3, Agreement.Nearly)]
    [InlineData("near", -1, Agreement.Differs)]
    [InlineData("different", -4, Agreement.Differs)]
    [InlineData("different", 0, Agreement.Differs)]
    [InlineData("other-person", -9, Agreement.Differs)]
    public void A_field_agrees_nearly_agrees_or_differs(string level, double bits, Agreement agreement) =>
        Assert.Equal(agreement, ComparedField.Of(Field("born", bits, level), null).Agreement);

    [Fact]
    public void Every_field_of_the_model_has_a_name_for_people() =>
        Assert.All(MatchModel.Shipped.Comparisons.Keys, name => Assert.NotEqual(name, ComparedField.Of(Field(name, 1), null).Name));

    [Fact]
    public void What_differs_is_said_by_name()
    {
        ImmutableArray<ComparedField> fields = [ComparedField.Of(Field("surname", 5, "exact"), null), ComparedField.Of(Field("born", -3), null), ComparedField.Of(Field("sex", -6, "different"), null)];

        Assert.Equal("1 of 3 fields agree or nearly agree. What differs: date of birth, sex.", ReviewWords.Balance(fields));
        Assert.Equal("1 of 1 field agree or nearly agree. Nothing compared differs.", ReviewWords.Balance(fields[..1]));
    }

    [Theory]
    [InlineData(0.874, "87 in 100")]
    [InlineData(0.9999, "more than 99 in 100")]
    [InlineData(0.001, "less than 1 in 100")]
    public void A_chance_is_never_certain(double probability, string words) => Assert.Equal(words, ReviewWords.Chance(probability));

    [Theory]
    [InlineData(540, "PC Ahmed has had this open since 7:42am, for 9 more minutes")]
    [InlineData(60, "PC Ahmed has had this open since 7:42am, for 1 more minute")]
    [InlineData(20, "PC Ahmed has had this open since 7:42am, for less than a minute more")]
    public void Who_has_a_case_is_said_with_since_when_and_how_long(int seconds, string words) =>
        Assert.Equal(words, ReviewWords.Held(new CaseHold(new Actor("a", "b"), "PC Ahmed", TestHub.Start.AddMinutes(-18), TestHub.Start.AddSeconds(seconds)), TestHub.Start));

    [Theory]
    [InlineData("manifest-matches")]
    [InlineData("deported-offenders")]
    [InlineData("another")]
    public void What_follows_is_said_also_where_it_cannot_be_worked_out_beforehand(string feed)
    {
        var after = new AfterWords(new RecipientWords(AuthorityDirectory.Default, PortDirectory.Default));
        Assert.NotEmpty(after.Of(feed, true, null));
        Assert.NotEqual(after.Of(feed, true, null), after.Of(feed, false, null));
    }
}

using Hub.Matching;
using Hub.Matching.Names;

namespace Hub.Tests.Matching.Names;

public sealed class TokenLikenessTests
{
    [Theory]
    [InlineData("smith", "smith", TokenLevel.Same)]
    [InlineData("smith", "smyth", TokenLevel.Spelling)]
    [InlineData("jon", "john", TokenLevel.Spelling)]
    [InlineData("ann", "anne", TokenLevel.Spelling)]
    [InlineData("sara", "sarah", TokenLevel.Spelling)]
    [InlineData("clark", "clarke", TokenLevel.Spelling)]
    [InlineData("thompson", "thomson", TokenLevel.Spelling)]
    [InlineData("petrov", "petroff", TokenLevel.Spelling)]
    [InlineData("jeffrey", "geoffrey", TokenLevel.Spelling)]
    [InlineData("mcdonald", "macdonald", TokenLevel.Spelling)]
    [InlineData("sayed", "alsayed", TokenLevel.Spelling)]
    [InlineData("grady", "ogrady", TokenLevel.Spelling)]
    [InlineData("elizabeth", "betty", TokenLevel.Variant)]
    [InlineData("mohammed", "muhammad", TokenLevel.Variant)]
    [InlineData("aleksandr", "sasha", TokenLevel.Variant)]
    [InlineData("bill", "liam", TokenLevel.Variant)]
    [InlineData("featherstone", "featherstne", TokenLevel.OneSlip)]
    [InlineData("gardner", "gradner", TokenLevel.OneSlip)]
    [InlineData("abdrahman", "abdul", TokenLevel.Shortened)]
    [InlineData("marquand", "marq", TokenLevel.Shortened)]
    [InlineData("koreman", "karimon", TokenLevel.SoundsAlike)]
    [InlineData("john", "juan", TokenLevel.Language)]
    [InlineData("featherstone", "faethersone", TokenLevel.TwoSlips)]
    [InlineData("ludowic", "luddy", TokenLevel.Clipped)]
    [InlineData("j", "john", TokenLevel.Initial)]
    [InlineData("j", "anne", TokenLevel.Different)]
    [InlineData("j", "k", TokenLevel.Different)]
    [InlineData("jon", "jan", TokenLevel.Skeleton)]
    [InlineData("smith", "jones", TokenLevel.Different)]
    [InlineData("bell", "bill", TokenLevel.Skeleton)]
    public void Words_are_as_alike_as_people_would_say(string a, string b, TokenLevel level)
    {
        Assert.Equal(level, Compare(a, b));
        Assert.Equal(level, Compare(b, a));
    }

    [Theory]
    [InlineData("Walid", "وليد")]
    [InlineData("Leibowitz", "לייבוביץ")]
    [InlineData("Napier", "نابير")]
    [InlineData("Khalifa", "ח'ליפה")]
    [InlineData("Vladimirov", "Владимиров")]
    [InlineData("Hughes", "Хьюз")]
    [InlineData("Papadopoulos", "Παπαδόπουλος")]
    public void A_name_in_another_script_is_not_different(string latin, string other) =>
        Assert.InRange(Compare(NameText.Normalise(latin), NameText.Normalise(other)), TokenLevel.Same, TokenLevel.NearSkeleton);

    [Theory]
    [InlineData("david", "daniel")]
    [InlineData("walid", "khalil")]
    [InlineData("thomas", "peter")]
    [InlineData("abdkarim", "abdul aziz")]
    public void Different_names_are_different(string a, string b) => Assert.True(Compare(a, b) >= TokenLevel.Similar);

    [Fact]
    public void The_order_of_two_words_does_not_matter()
    {
        var random = new Random(7);
        var words = Enumerable.Range(0, 400).Select(_ => Word(random)).Select(NameToken.Of).ToArray();
        foreach (var a in words)
        {
            Assert.All(words, b => Assert.Equal(TokenLikeness.Compare(a, b), TokenLikeness.Compare(b, a)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("สมชาย")]
    [InlineData("近")]
    public void Odd_words_are_the_same_as_themselves_only(string word)
    {
        Assert.Equal(TokenLevel.Same, Compare(word, word));
        Assert.Equal(TokenLevel.Different, Compare(word, "henderson"));
    }

    [Fact]
    public void Words_of_any_length_can_be_compared()
    {
        var (a, b) = (new string('a', 300), "b" + new string('a', 300));
        Assert.Equal(Compare(a, b), Compare(b, a));
    }

    private static TokenLevel Compare(string a, string b) => TokenLikeness.Compare(NameToken.Of(a), NameToken.Of(b));

    // Few letters, so that slips, beginnings and like sounds come up often.
    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "aeimnrtskhy"[random.Next(11)]));
}

using Hub.Matching.Names;

namespace Hub.Tests.Matching.Names;

public sealed class NameTokenTests
{
    [Theory]
    [InlineData("philip", "filip")]
    [InlineData("schwartz", "shvarts")]
    [InlineData("chernov", "tschernow")]
    [InlineData("knight", "nite")]
    [InlineData("wright", "rite")]
    [InlineData("catherine", "kathryn")]
    [InlineData("mohammed", "muhamad")]
    [InlineData("khalil", "kaleel")]
    [InlineData("jovanovitz", "yovanovits")]
    [InlineData("qasim", "kassim")]
    [InlineData("gonzalez", "gonsales")]
    public void Words_that_sound_alike_have_one_key(string a, string b) =>
        Assert.Equal(NameToken.Of(a).Phonetic, NameToken.Of(b).Phonetic);

    [Theory]
    [InlineData("smith", "jones")]
    [InlineData("martin", "morris")]
    [InlineData("emma", "mary")]
    public void Words_that_do_not_have_two(string a, string b) =>
        Assert.NotEqual(NameToken.Of(a).Phonetic, NameToken.Of(b).Phonetic);

    [Fact]
    public void Keys_are_the_same_on_every_machine()
    {
        // Written down once: the keys are stored and sent, so a change of them is a new version of the index.
        var token = NameToken.Of("featherstonehaugh");
        Assert.Equal((0x48DA8Fu, 0x1E60F1u), (token.Phonetic, token.Letters));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("สมชาย")]
    public void Where_nothing_is_heard_there_is_no_key(string word) =>
        Assert.Equal((0u, 0u), (NameToken.Of(word).Phonetic, NameToken.Of(word).Spelling));
}

using Hub.Matching;

namespace Hub.Tests.Matching;

public sealed class NameTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("St. John-Smith", "st john smith")]
    [InlineData(" Anne   Marie ", "anne marie")]
    [InlineData("- Smith -", "smith")]
    [InlineData("Zoë", "zoe")]
    [InlineData("Zoe\u0308", "zoe")]
    [InlineData("Müßig", "mussig")]
    [InlineData("Æsa Œdipe Þór", "aesa oedipe thor")]
    [InlineData("ŁUKASZ ŻÓŁĆ", "lukasz zolc")]
    [InlineData("Şükrü Dağ", "sukru dag")]
    [InlineData("Đorđe Ňuňez", "dorde nunez")]
    [InlineData("Ünal Ŵyn Ŷsbryd", "unal wyn ysbryd")]
    [InlineData("Иван", "ivan")]
    [InlineData("🙂", "")]
    [InlineData("a\ud800b", "ab")]
    public void Names_come_to_one_form(string? written, string form) => Assert.Equal(form, NameText.Normalise(written));

    [Fact]
    public void Every_marked_letter_has_its_plain_one()
    {
        // A table whose two rows slip by one would make every later letter another.
        const string pairs = "àa áa âa ãa äa åa āa ăa ąa çc ćc ĉc ċc čc ďd đd ðd èe ée êe ëe ēe ĕe ėe ęe ěe ĝg ğg ġg ģg ĥh ħh ìi íi îi ïi ĩi īi ĭi įi ıi ĵj ķk ĺl ļl ľl ŀl łl ñn ńn ņn ňn ŋn òo óo ôo õo öo øo ōo ŏo őo ŕr ŗr řr śs ŝs şs šs șs ţt ťt ŧt țt ùu úu ûu üu ũu ūu ŭu ůu űu ųu ŵw ýy ÿy ŷy źz żz žz";
        Assert.All(pairs.Split(' '), pair => Assert.Equal(pair[1..], NameText.Normalise(pair[..1])));
    }
}

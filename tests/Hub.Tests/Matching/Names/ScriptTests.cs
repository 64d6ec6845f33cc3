using Hub.Matching;

namespace Hub.Tests.Matching.Names;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("Александр Дмитриевич", "aleksandr dmitrievich")]
    [InlineData("ЩУКИНА Джамиля", "shchukina jamilya")]
    [InlineData("Сергій Їжак", "sergiy yizhak")]
    [InlineData("Љубица Ђорђевић", "ljubitsa djordjevic")]
    [InlineData("Γιώργος Παπαδόπουλος", "giorgos papadopoulos")]
    [InlineData("ΜΠΑΜΠΗΣ", "bampis")]
    [InlineData("Ἀλέξανδρος", "alexandros")]
    [InlineData("أحمد حسن", "ahmd hsn")]
    [InlineData("عبد الرحمن", "abd al rhmn")]
    [InlineData("وليد يوسف", "wlid yusf")]
    [InlineData("مُحَمَّد", "mhmd")]
    [InlineData("الكسندر", "alksndr")]
    [InlineData("گلشن چودھری", "glshn chudhri")]
    [InlineData("משה כהן", "msha khn")]
    [InlineData("ג'ון צ׳רלס", "jon chrls")]
    [InlineData("अर्जुन शर्मा", "arjun sharma")]
    [InlineData("习近龘", "xi jin龘")]
    [InlineData("习近平", "xi jinping")]
    [InlineData("欧阳娜娜", "ouyang nana")]
    [InlineData("김정은", "kim jeongeun")]
    [InlineData("たなか きょうこ", "tanaka kyouko")]
    [InlineData("タナカ・ユキ", "tanaka yuki")]
    [InlineData("Հայկ", "hayk")]
    [InlineData("გიორგი", "giorgi")]
    public void A_name_in_another_script_is_written_in_Latin_letters(string written, string form) =>
        Assert.Equal(form, NameText.Normalise(written));

    [Theory]
    [InlineData("Nguyễn Thị Hương", "nguyen thi huong")]
    [InlineData("ĐẶNG", "dang")]
    [InlineData("Əliyev İlqar Ağa", "aliyev ilqar aga")]
    [InlineData("Ștefan Țepeș", "stefan tepes")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Soﬁa Ⅲ", "sofia iii")]
    [InlineData("Ｊｏｈｎ　Ｓｍｉｔｈ", "john smith")]
    [InlineData("𝐉𝐨𝐡𝐧", "john")]
    [InlineData("Anne\u00a0Marie\u2013Jones", "anne marie jones")]
    [InlineData("\u202bJohn\u202c Sm\u200bith\u200f", "john smith")]
    [InlineData("Kaʻiulani", "kaiulani")]
    [InlineData("SMITH,John/Paul_Lee\tX", "smith john paul lee x")]
    [InlineData("Jo🙂hn", "john")]
    [InlineData("Ли Ann 김", "li ann gim")]
    [InlineData("สมชาย", "สมชาย")]
    public void Letters_with_marks_and_odd_signs_come_to_plain_ones(string written, string form) =>
        Assert.Equal(form, NameText.Normalise(written));

    [Fact]
    public void A_name_that_has_its_form_is_not_copied()
    {
        const string name = "mary jane watson";
        Assert.Same(name, NameText.Normalise(name));
    }

    [Fact]
    public void A_form_is_stable_when_brought_to_form_again()
    {
        string[] names = ["Александр", "عبد الرحمن", "ÀÉÎÕÜ", "김정은", "Zoe\u0308 O'Brien-St. John", "Ǆ"];
        Assert.All(names, name => Assert.Equal(NameText.Normalise(name), NameText.Normalise(NameText.Normalise(name))));
    }

    [Fact]
    public void What_is_too_long_is_cut_and_never_ends_in_a_space()
    {
        Assert.Equal(NameText.MaxLength, NameText.Normalise(new string('a', 500)).Length);
        Assert.Equal(new string('a', 199), NameText.Normalise(new string('a', 199) + " b"));
        Span<char> into = stackalloc char[4];
        Assert.Equal("john", into[..NameText.Normalise("John Smith", into)].ToString());
    }

    [Fact]
    public void A_flood_of_combining_marks_leaves_the_name() =>
        Assert.Equal("zoe", NameText.Normalise("Z" + new string('\u0301', 900) + "o" + new string('\u0489', 900) + "e"));
}

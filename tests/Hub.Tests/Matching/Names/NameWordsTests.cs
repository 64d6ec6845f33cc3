using Hub.Matching.Names;

namespace Hub.Tests.Matching.Names;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("Mc Donald", "mcdonald")]
    [InlineData("McDonald", "mcdonald")]
    [InlineData("Mac Donald", "macdonald")]
    [InlineData("O Brien", "obrien")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("Fitz Gerald", "fitzgerald")]
    [InlineData("van der Berg", "berg")]
    [InlineData("Vanderberg", "berg")]
    [InlineData("Berg", "berg")]
    [InlineData("al-Hassan", "hassan")]
    [InlineData("Alhassan", "hassan")]
    [InlineData("bin Laden", "laden")]
    [InlineData("Ben Ali", "ali")]
    [InlineData("Abd al-Rahman", "abdrahman")]
    [InlineData("Abdul Rahman", "abdrahman")]
    [InlineData("Abdurrahman", "abdrahman")]
    [InlineData("Abdelrahman", "abdrahman")]
    [InlineData("Abd ar Rahman", "abdrahman")]
    [InlineData("عبد الرحمن", "abdrhmn")]
    [InlineData("عبدالرحمن", "abdrhmn")]
    [InlineData("Abd Allah", "abdullah")]
    [InlineData("Abdallah", "abdullah")]
    [InlineData("de la Cruz", "cruz")]
    [InlineData("Delacruz", "cruz")]
    [InlineData("St John", "stjohn")]
    [InlineData("Saint John", "stjohn")]
    [InlineData("St. John-Smith", "stjohn smith")]
    [InlineData("García Márquez", "garcia marquez")]
    [InlineData("Smith Jr.", "smith")]
    [InlineData("Smith III", "smith")]
    [InlineData("Sheikh", "sheikh")]
    [InlineData("Van", "van")]
    [InlineData("Le", "le")]
    [InlineData("Delaney", "delaney")]
    public void Surnames_come_to_one_form(string written, string words) => Assert.Equal(words, Split(written, NameRole.Surname));

    [Theory]
    [InlineData("Mr. John", "john")]
    [InlineData("Sheikh Abdul Hamid", "abdhamid")]
    [InlineData("Haji Md Ali", "md ali")]
    [InlineData("Ben", "ben")]
    [InlineData("Ben Ali", "ben ali")]
    [InlineData("Al", "al")]
    [InlineData("La Toya", "latoya")]
    [InlineData("De Shawn", "deshawn")]
    [InlineData("María del Carmen", "maria carmen")]
    [InlineData("Abdul", "abdul")]
    [InlineData("Jean-Pierre", "jean pierre")]
    [InlineData("J. R.", "j r")]
    [InlineData("Dr", "dr")]
    [InlineData("Mr Dr", "dr")]
    public void Given_names_come_to_one_form(string written, string words) => Assert.Equal(words, Split(written, NameRole.Given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("'-. ,;!")]
    [InlineData("🙂🙃")]
    [InlineData("\u200f\u202e\u0301")]
    public void Nothing_but_signs_has_no_words(string? written) => Assert.Equal("", Split(written, NameRole.Surname));

    [Fact]
    public void Words_are_few_and_short()
    {
        var many = Words(string.Join(' ', Enumerable.Repeat("abc", 60)));
        Assert.Equal(NameWords.MaxWords, many.Count);
        Assert.Equal(NameWords.MaxLetters, Assert.Single(Words(new string('x', 500))).Length);
    }

    [Fact]
    public void Words_are_added_to_those_already_there()
    {
        List<string> words = ["first"];
        NameWords.Split("Anna Maria", NameRole.Given, words);
        Assert.Equal(["first", "anna", "maria"], words);
    }

    private static string Split(string? text, NameRole role)
    {
        List<string> words = [];
        NameWords.Split(text, role, words);
        return string.Join(' ', words);
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        NameWords.Split(text, NameRole.Given, words);
        return words;
    }
}

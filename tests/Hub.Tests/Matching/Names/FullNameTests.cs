using Hub.Matching;

namespace Hub.Tests.Matching.Names;

public sealed class FullNameTests
{
    [Theory]
    [InlineData("SMITH, John Paul", "SMITH", "John|Paul")]
    [InlineData("John Paul Smith", "Smith", "John|Paul")]
    [InlineData("Mr John Smith Jr.", "Smith", "John")]
    [InlineData("Smith, Dr John, Jr", "Smith", "John")]
    [InlineData("John Paul Smith, Jr.", "Smith", "John|Paul")]
    [InlineData("Jan van der Berg", "van der Berg", "Jan")]
    [InlineData("Ahmad bin Said al-Hassan", "al-Hassan", "Ahmad|bin|Said")]
    [InlineData("Osama bin Laden", "bin Laden", "Osama")]
    [InlineData("Iain Mac Donald", "Mac Donald", "Iain")]
    [InlineData("Al Pacino", "Pacino", "Al")]
    [InlineData("Van Morrison", "Morrison", "Van")]
    [InlineData("Smith", "Smith", "")]
    [InlineData("Smith,", "Smith", "")]
    [InlineData(", John Smith", "Smith", "John")]
    [InlineData("习近平", "习", "近平")]
    [InlineData("김정은", "김", "정은")]
    [InlineData("Dr", "Dr", "")]
    [InlineData("", "", "")]
    [InlineData(" ,, ", "", "")]
    [InlineData("🙂 - .", "", "")]
    [InlineData("- John - Smith", "Smith", "John")]
    public void A_name_in_one_piece_has_its_parts(string text, string surname, string given)
    {
        var name = FullName.Read(text);
        Assert.Equal((surname, given), (name.Surname, string.Join('|', name.Given)));
    }

    [Fact]
    public void A_name_without_end_is_cut() => Assert.Equal(NameText.MaxLength, FullName.Read(new string('x', 5_000)).Surname.Length);
}

using Hub.Identifiers;

namespace Hub.Tests.Identifiers;

public sealed class PassportNumberTests
{
    [Theory]
    [InlineData("925665416", "GBR", "GBR:925665416", true)]
    [InlineData("925 665 416", "gbr", "GBR:925665416", true)]
    [InlineData("A12345678", "USA", "USA:A12345678", true)]
    [InlineData("C01X00T47", "DEU", "DEU:C01X00T47", true)]
    [InlineData("C01X00T47", "D<<", "DEU:C01X00T47", true)]
    [InlineData("12AB34567", "FRA", "FRA:12AB34567", true)]
    [InlineData("K1234567", "IND", "IND:K1234567", true)]
    [InlineData("123456789", "POL", "POL:123456789", false)]
    [InlineData("AB-123456", "XYZ", "XYZ:AB123456", false)]
    [InlineData("AB123456", null, "AB123456", false)]
    [InlineData("AB123456", " ", "AB123456", false)]
    public void A_number_is_read_with_its_state_and_says_whether_its_form_is_known(string number, string? state, string canonical, bool isChecked)
    {
        Assert.True(PassportNumber.TryParse(number, state, out var passport, out var problem), problem);
        Assert.Equal((canonical, isChecked), (passport.ToString(), passport.IsChecked));
        Assert.Equal(passport, PassportNumber.Parse(passport.ToString()));
    }

    [Theory]
    [InlineData("92566541", "GBR", "The number has no form that travel documents of GBR have: nine digits.")]
    [InlineData("AB1234567", "USA", "The number has no form that travel documents of USA have: nine digits, or a letter and eight digits.")]
    [InlineData("1234", null, "The number of a travel document has five to nine letters and digits.")]
    [InlineData("12345678901", null, "The number of a travel document has five to nine letters and digits.")]
    [InlineData("AB_12345", null, "The number of a travel document has five to nine letters and digits.")]
    [InlineData(null, null, "The number of a travel document has five to nine letters and digits.")]
    [InlineData("925665416", "UK", "The issuing state of a travel document is a code of three letters.")]
    [InlineData("L898902C37", "UTO", "The number of the travel document has ten characters, and the last is not the check digit of the others.")]
    public void Anything_else_is_refused_with_the_reason(string? number, string? state, string reason)
    {
        Assert.False(PassportNumber.TryParse(number, state, out _, out var problem));
        Assert.Equal(reason, problem);
    }

    [Theory]
    [InlineData("L898902C36", "L898902C3")]
    [InlineData("D231458907", "D23145890")]
    [InlineData("AB12345<<6", "AB12345")]
    public void A_tenth_character_is_the_check_digit_of_the_machine_readable_zone(string field, string number)
    {
        Assert.True(PassportNumber.TryParse(field, "UTO", out var passport, out var problem), problem);
        Assert.Equal(number, passport.Number);
    }

    [Theory]
    [InlineData("520727", '3')]
    [InlineData("740812", '2')]
    [InlineData("ZE184226B<<<<<", '1')]
    [InlineData("ab", null)]
    public void The_check_digit_is_that_of_the_examples_in_icao_9303(string field, char? digit) => Assert.Equal(digit, MrzCheckDigit.Of(field));
}

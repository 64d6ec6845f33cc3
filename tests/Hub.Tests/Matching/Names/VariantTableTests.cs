using System.Text.Json;
using Hub.Matching.Names;

namespace Hub.Tests.Matching.Names;

public sealed class VariantTableTests
{
    [Theory]
    [InlineData("given-name-variants.data.json")]
    [InlineData("given-name-languages.data.json")]
    [InlineData("surname-variants.data.json")]
    public void The_tables_are_well_formed(string name)
    {
        using var stream = typeof(NameToken).Assembly.GetManifestResourceStream(name)!;
        using var table = JsonDocument.Parse(stream);
        var heads = table.RootElement.EnumerateObject().Select(family => family.Name).ToList();
        Assert.Equal(heads.Distinct().Order(StringComparer.Ordinal), heads);
        Assert.All(table.RootElement.EnumerateObject(), family =>
        {
            string[] words = [family.Name, .. family.Value.EnumerateArray().Select(word => word.GetString()!)];
            Assert.Equal(words.Distinct(), words);
            Assert.All(words, word => Assert.Matches("^[a-z]{2,32}$", word));
            Assert.True(words.Length > 1, family.Name);
        });
    }

    [Theory]
    [InlineData("margaret", "peggy maggie daisy greta")]
    [InlineData("william", "bill will billy liam willie")]
    [InlineData("yusuf", "yousef youssef yousuf")]
    [InlineData("hussein", "husain hossain huseyin")]
    [InlineData("dmitry", "dima mitya dmytro")]
    [InlineData("katarzyna", "kasia kaska")]
    [InlineData("francisco", "paco pancho")]
    [InlineData("giuseppe", "beppe")]
    [InlineData("georgios", "yorgos")]
    [InlineData("schwartz", "shvarts")]
    [InlineData("chowdhury", "chaudhry")]
    public void Families_hold_what_one_person_may_be_called(string name, string others) =>
        Assert.All(others.Split(' '), other => Assert.InRange(Level(name, other), TokenLevel.Same, TokenLevel.Variant));

    [Fact]
    public void A_spelling_the_table_has_not_is_of_the_family_of_one_it_has() =>
        Assert.Equal(TokenLevel.Variant, Level("kristofer", "kit"));

    [Fact]
    public void A_character_has_one_reading()
    {
        using var stream = typeof(NameToken).Assembly.GetManifestResourceStream("han-readings.data.json")!;
        using var table = JsonDocument.Parse(stream);
        var characters = string.Concat(table.RootElement.EnumerateObject().Select(reading => reading.Value.GetString()));
        Assert.Equal(characters.Distinct().Count(), characters.Length);
    }

    [Fact]
    public void Groups_are_ascending_and_tell_languages_apart()
    {
        var groups = NameToken.Of("john").Groups;
        Assert.Equal(groups.Order(), groups);
        Assert.Contains(groups, group => group >= VariantTable.FirstLanguageGroup);
        Assert.Empty(NameToken.Of("zxqwv").Groups);
    }

    private static TokenLevel Level(string a, string b) => TokenLikeness.Compare(NameToken.Of(a), NameToken.Of(b));
}

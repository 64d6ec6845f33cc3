using Hub.Matching;
using Hub.Nominals;
using Hub.Testing;

namespace Hub.Tests.Matching.Names;

public sealed class WholeNameTests
{
    private const double Sure = 8;

    // Of three hundred others, most are called something with a Smith, an Ali, a Muhammad or a Juan Carlos in it.
    private static readonly RegisterIndex Others = Register();

    private static RegisterIndex Register()
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        string[] common = ["Smith, John", "Ali, Muhammad Ahmad", "Garcia, Juan Carlos", "Hall, Gary", "Khan, Ahmad Ali", "Kim, Song"];
        index.Apply(new RegisterChanges(
            [.. Enumerable.Range(0, 300).Select(i => A.Nominal($"X-{i}") with { Names = [FullName.Read(i % 2 == 0 ? common[i / 2 % common.Length] : $"Other{i}, Some{i}")] })], 7));
        return index;
    }

    private static CandidateEvidence Compare(string reported, string registered) =>
        Screener.CompareNames(FullName.Read(reported), FullName.Read(registered), Others);

    private static double Bits(string reported, string registered) => Compare(reported, registered).TotalBits;

    private static FieldEvidence Field(string name, string reported, string registered) =>
        Assert.Single(Compare(reported, registered).Fields, f => f.Field == name);

    [Theory]
    [InlineData("Jon Featherstonehaugh", "John Featherstonehaugh")]
    [InlineData("Khatun-Tomeiak Rafał", "Rafał Tomeiak")]
    [InlineData("Halll Gary Tony", "Anthony Gary Hall")]
    [InlineData("Amojilan-Graham Brian", "Brian Graham")]
    [InlineData("Hussein, Saddam", "al-Tikriti, Saddam Hussein")]
    [InlineData("al Mazidih, Ghazy Fezza Hishan", "Hishan, Ghazy Fezzaa")]
    [InlineData("Zimovsky, Aliaksandr Leanidavich", "Zimovski, Aliaksandr")]
    [InlineData("Nikulov, Gennadii Anatolievich", "Nikulov, Gennadii A.")]
    [InlineData("Saab Certain, Shadi Nain", "Saab, Shadi")]
    [InlineData("Barros, Francisco Frederico", "Barros Frederico, Lucio Francisco")]
    [InlineData("Mahmoudi, Gholamreza", "Mahmoudi, Ghulam Reza Khodrat")]
    [InlineData("Jamaleddine, Nazir", "Jamal Eddin, Nazir")]
    [InlineData("Johnny Olszewski, Jr.", "Olszewski, Johnny")]
    public void Another_way_to_write_one_persons_name_agrees_whichever_side_it_is_on(string one, string other)
    {
        Assert.InRange(Bits(one, other), Sure, 60);
        Assert.InRange(Bits(other, one), Sure, 60);
    }

    [Theory]
    [InlineData("Ahmad, Fayyaz", "al-Hamzi, Ahmad")]
    [InlineData("Khalil, Iyad Nazmi", "Smith, John Iyad")]
    [InlineData("Garcia Lopez, Patricia", "Perez Garcia, Ricardo")]
    [InlineData("Ochoa, Juan Carlos", "Zavarse, Juan Carlos")]
    [InlineData("Pulido Valdivia, Ramon", "Pulido Serrano, Claudia")]
    [InlineData("Smith, Tarquin", "Smith, Imogen")]
    [InlineData("Hijazi, Riad", "Hijazi, Umar")]
    [InlineData("Ri, Song Chol", "Kim, Tong Chol")]
    public void Two_persons_who_share_a_part_of_their_names_stay_two(string one, string other)
    {
        Assert.InRange(Bits(one, other), -40, 4);
        Assert.InRange(Bits(other, one), -40, 4);
    }

    [Fact]
    public void Brothers_gain_little_from_the_fathers_and_grandfathers_names_they_share()
    {
        const string brother = "al-Rawi, Walid Talib Zughayr";
        Assert.InRange(Bits("al-Rawi, Mushtaq Talib Zughayr", brother), -40, 6);
        Assert.InRange(Bits("al-Rawi, Walid Talib Zughayr", brother), 20, 60);
    }

    [Fact]
    public void However_rare_the_surname_is_a_different_given_name_leaves_doubt() =>
        Assert.Equal(8, Field("surname", "Featherstonehaugh, Tarquin", "Featherstonehaugh, Imogen").Bits);

    [Fact]
    public void A_patronymic_left_out_says_nothing_and_another_one_speaks_against()
    {
        var bare = Bits("Rotenberg, Igor", "Rotenberg, Igor");
        Assert.Equal(bare, Bits("Rotenberg, Igor Arkadyevich", "Rotenberg, Igor"));
        Assert.InRange(Bits("Rotenberg, Igor Arkadyevich", "Rotenberg, Igor Valerievich"), -40, bare - 3);
        Assert.InRange(Bits("Rotenberg, Igor Arkadyevich", "Rotenberg, Igor Arkadyevich"), bare + 3, 60);
    }

    [Fact]
    public void Of_several_further_given_names_each_that_agrees_adds_and_each_that_differs_takes_away()
    {
        const string whole = "Osei, Kwame Aurelio Benigno";
        var both = Bits("Osei, Kwame Benigno Aurelio", whole);
        var one = Bits("Osei, Kwame Aurelio", whole);
        var half = Bits("Osei, Kwame Aurelio Xerxes", whole);
        Assert.True(both > one && one > half);
        Assert.Equal("partly", Field("middle", "Osei, Kwame Aurelio Xerxes", whole).Level);
    }

    [Theory]
    [InlineData("Meza", "part")]
    [InlineData("Flores Meza", "exact")]
    [InlineData("Meza Angulo", "part-differs")]
    [InlineData("Meza Meza", "part-differs")]
    [InlineData("Meza Flores Angulo", "part")]
    [InlineData("Angulo Ortega", "different")]
    public void A_surname_of_several_parts_agrees_as_far_as_its_parts_do(string other, string level) =>
        Assert.Equal(level, Field("surname", "Meza Flores, Fausto", $"{other}, Fausto").Level);

    [Fact]
    public void A_name_found_in_another_place_is_shown_with_all_the_words_it_was_found_among()
    {
        var found = Field("surname", "Hussein, Saddam", "al-Tikriti, Saddam Hussein");
        Assert.Equal(("elsewhere", "hussein, saddam", "tikriti, saddam hussein"), (found.Level, found.Reported, found.Registered));
    }

    [Fact]
    public void A_word_in_another_place_counts_for_less_where_the_rest_of_the_name_differs() =>
        Assert.Equal("part-elsewhere", Field("surname", "Talebzadeh, Zeinab Mehanna", "Mehanna, Zeinab Naiem").Level);

    [Fact]
    public void Further_given_names_are_shown_with_the_one_they_are_compared_beside()
    {
        Assert.Equal(("igor", "arkadyevich"), (Field("given", "Rotenberg, Igor Arkadyevich", "Rotenberg, Igor Ivanovich").Reported, Field("middle", "Rotenberg, Igor Arkadyevich", "Rotenberg, Igor Ivanovich").Reported));
        Assert.Equal("jose maria", Field("middle", "Osei, Jose Maria", "Osei, Maria Xerxes").Reported);
    }
}

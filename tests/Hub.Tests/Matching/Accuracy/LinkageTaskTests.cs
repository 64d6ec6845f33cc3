using Hub.Accuracy.Maps;
using Hub.Accuracy.Sets;

namespace Hub.Tests.Matching.Accuracy;

public sealed class LinkageTaskTests
{
    private const string Map = """{ "id": "id", "entity": "e", "surname": "s" }""";
    private const string Manifest = """{ "id": "id", "truth": "t", "surname": "s" }""";

    [Fact]
    public void Within_one_file_rows_of_one_entity_are_true_pairs()
    {
        var task = LinkageTask.Dedupe(Sample.Read(Map, "id,e,s", "1,a,x", "2,a,y", "3,b,z", "4,,z", "5,,z"));
        Assert.True(task.IsWithin);
        Assert.Equal(1, task.TruePairs);
        Assert.True(task.IsTrue(0, 1));
        Assert.False(task.IsTrue(3, 4));
    }

    [Fact]
    public void A_manifest_names_the_register_row_by_id_or_by_entity()
    {
        var register = Sample.Read(Map, "id,e,s", "R1,a,x", "R2,a,y", "R3,,z");
        var manifest = Sample.Read(Manifest, "id,t,s", "P1,R3,x", "P2,a,x", "P3,,x", "P4,R9,x");
        var task = LinkageTask.Screen(register, manifest);
        Assert.Equal(1 + 2, task.TruePairs);
        Assert.True(task.IsTrue(0, 2));
        Assert.True(task.IsTrue(1, 0) && task.IsTrue(1, 1));
        Assert.Equal(EntityNumbers.None, task.QueryEntities[2]);
        Assert.Equal(1, manifest.Counts.All["truth: names nobody on the register, taken as not on it"]);
    }

    [Fact]
    public void A_set_without_truth_is_refused_with_what_to_do() => Assert.Contains(
        "no row has a known entity", Assert.Throws<MapException>(() => LinkageTask.Dedupe(Sample.Read("""{ "surname": "s" }""", "s", "x"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Name_pairs_are_read_with_level_and_category_where_there_are_any()
    {
        var pair = Assert.Single(NamePair.Read("pairs.tsv", ["name_a\tname_b\texpected\tlevel", "Ann\tAnnie\tmatch\tgiven"]));
        Assert.Equal(new NamePair("Ann", "Annie", true, "given", "", ""), pair);
        var e = Assert.Throws<MapException>(() => NamePair.Read("pairs.tsv", ["name_a\tname_b\texpected", "Ann\tAnnie\tperhaps"]));
        Assert.Equal("pairs.tsv, line 2: expected is match or non-match, found \"perhaps\".", e.Message);
    }
}

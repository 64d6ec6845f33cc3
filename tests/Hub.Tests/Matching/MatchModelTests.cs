using System.Text.Json.Nodes;
using Hub.Matching;

namespace Hub.Tests.Matching;

public sealed class MatchModelTests
{
    private static string Shipped()
    {
        using var reader = new StreamReader(typeof(MatchModel).Assembly.GetManifestResourceStream("matching-model.data.json")!);
        return reader.ReadToEnd();
    }

    private static string Changed(Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Shipped())!;
        change(node);
        return node.ToJsonString();
    }

    private static JsonArray LevelsOf(JsonNode model, string comparison) => model["comparisons"]![comparison]!["levels"]!.AsArray();

    private static void Refused(string json, params string[] said)
    {
        var refusal = Assert.Throws<FormatException>(() => MatchModel.Parse(json));
        Assert.All(said, part => Assert.Contains(part, refusal.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_shipped_file_is_valid_and_its_probabilities_make_sense()
    {
        var model = MatchModel.Parse(Shipped());
        Assert.Equal(MatchModel.Shipped.Version, model.Version);
        Assert.All(model.Comparisons.Where(c => c.Key is not ("nameOrder" or "relation")), comparison =>
        {
            Assert.InRange(comparison.Value.Levels.Sum(l => l.M), 0.9, 1.02);
            Assert.InRange(comparison.Value.Levels.Sum(l => l.U), 0.9, 1.02);
            Assert.True(comparison.Value.Levels[0].M > comparison.Value.Levels[0].U);
            Assert.True(comparison.Value.Levels.Single(l => l.Level == "different") is var last && last.M < last.U);
            Assert.All(comparison.Value.Levels, l => Assert.EndsWith(".", l.Words, StringComparison.Ordinal));
            Assert.Distinct(comparison.Value.Levels.Select(l => l.Words));
        });
        Assert.Equal(Enum.GetValues<MatchPurpose>().Length, model.Purposes.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"version\":")]
    public void What_is_no_model_is_refused(string json) => Refused(json, "model file");

    [Fact]
    public void A_member_of_another_name_is_refused() => Refused(Changed(m => m["treshold"] = 1), "treshold");

    [Theory]
    [InlineData("version")]
    [InlineData("source")]
    [InlineData("purposes")]
    [InlineData("comparisons")]
    public void A_part_that_is_missing_or_null_is_refused_by_name(string part)
    {
        Refused(Changed(m => m.AsObject().Remove(part)), part);
        Refused(Changed(m => m[part] = null), part);
    }

    [Fact]
    public void A_comparison_that_is_missing_null_or_unknown_is_refused_by_name()
    {
        Refused(Changed(m => m["comparisons"]!.AsObject().Remove("given")), "comparisons.given", "missing");
        Refused(Changed(m => m["comparisons"]!["given"] = null), "comparisons.given", "missing");
        Refused(Changed(m => m["comparisons"]!["shoeSize"] = m["comparisons"]!["sex"]!.DeepClone()), "comparisons.shoeSize");
    }

    [Fact]
    public void Levels_that_are_missing_too_many_null_or_in_another_order_are_refused()
    {
        Refused(Changed(m => LevelsOf(m, "sex").RemoveAt(1)), "comparisons.sex.levels", "same, different");
        Refused(Changed(m => LevelsOf(m, "sex").Add(LevelsOf(m, "sex")[0]!.DeepClone())), "comparisons.sex.levels");
        Refused(Changed(m => LevelsOf(m, "sex")[0] = null), "comparisons.sex.levels");
        Refused(Changed(m => m["comparisons"]!["sex"]!["levels"] = null), "levels");
        Refused(Changed(m => (LevelsOf(m, "sex")[0]!["level"], LevelsOf(m, "sex")[1]!["level"]) = ("different", "same")), "comparisons.sex.levels", "in this order");
    }

    [Theory]
    [InlineData("m", 0)]
    [InlineData("u", 0)]
    [InlineData("m", -0.5)]
    [InlineData("u", 1.1)]
    public void A_probability_out_of_range_is_refused_with_its_level(string name, double value) =>
        Refused(Changed(m => LevelsOf(m, "born")[2]![name] = value), "comparisons.born.one-digit", "probabilities");

    [Theory]
    [InlineData("m")]
    [InlineData("u")]
    public void Probabilities_that_sum_above_one_are_refused(string name) =>
        Refused(
            Changed(m =>
            {
                LevelsOf(m, "sex")[0]![name] = 0.6;
                LevelsOf(m, "sex")[1]![name] = 0.6;
            }),
            "comparisons.sex", "more than 1");

    [Theory]
    [InlineData("level")]
    [InlineData("m")]
    [InlineData("u")]
    [InlineData("words")]
    public void A_level_that_lacks_something_is_refused(string name)
    {
        Refused(Changed(m => LevelsOf(m, "sex")[0]!.AsObject().Remove(name)), "sex");
        Refused(Changed(m => LevelsOf(m, "sex")[0]![name] = null), "sex");
    }

    [Fact]
    public void Strength_and_rarest_have_their_bounds()
    {
        Refused(Changed(m => m["comparisons"]!["surname"]!["strength"] = -1), "comparisons.surname", "strength");
        Refused(Changed(m => m["comparisons"]!["surname"]!["rarest"] = 1), "comparisons.surname", "rarest");
    }

    [Theory]
    [InlineData("expectedOnRegister", 0)]
    [InlineData("expectedOnRegister", 1.5)]
    [InlineData("smallestPopulation", 0)]
    [InlineData("possible", 0)]
    [InlineData("possible", 0.9999)]
    [InlineData("match", 1)]
    [InlineData("clearMargin", -1)]
    public void A_threshold_out_of_range_is_refused_with_its_purpose(string name, double value) =>
        Refused(Changed(m => m["purposes"]!["borderScreening"]![name] = value == (int)value ? (int)value : value), "purposes.borderScreening", name);

    [Fact]
    public void A_purpose_that_is_missing_or_unknown_is_refused()
    {
        Refused(Changed(m => m["purposes"]!.AsObject().Remove("deduplication")), "purposes.deduplication");
        Refused(Changed(m => m["purposes"]!["deduplication"] = null), "purposes.deduplication");
        Refused(Changed(m => m["purposes"]!["fishing"] = m["purposes"]!["deduplication"]!.DeepClone()), "fishing");
        Refused(Changed(m => m["purposes"]!["deduplication"]!.AsObject().Remove("clearMargin")), "clearMargin");
    }

    [Fact]
    public void What_stands_twice_is_refused() =>
        Refused(Shipped().Replace("\"sex\": {", "\"sex\": { \"levels\": [] }, \"sex\": {", StringComparison.Ordinal), "sex");
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Matching.Comparisons;
using Hub.Matching.Index;

namespace Hub.Matching.Model;

/// <summary>A model's figures as Markdown tables: what its documentation shows.</summary>
public static class ModelTable
{
    /// <summary>Every level of every comparison with m, u and its weight for a value of average commonness, in bits.</summary>
    public static string Comparisons(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        Line(text, $"Model {model.Version}.");
        Line(text, $"");
        Line(text, $"| comparison | level | said of it | m | u | bits |");
        Line(text, $"|---|---|---|---:|---:|---:|");
        foreach (var (field, _) in Levels.All)
        {
            var levels = model.Comparisons[field].Levels;
            for (var i = 0; i < levels.Count; i++)
            {
                var level = levels[i];
                Line(text, $"| {(i == 0 ? $"**{field}**" : "")} | {level.Level} | {level.Words} | {level.M:0.##########} | {level.U:0.##########} | {Bits(MilliBits.Log2(level.M / level.U))} |");
            }
        }

        Line(text, $"");
        Line(text, $"How common a value is on the register counts for:");
        Line(text, $"");
        Line(text, $"| comparison | strength | rarest |");
        Line(text, $"|---|---:|---:|");
        foreach (var (field, comparison) in Levels.All.Select(c => (c.Field, model.Comparisons[c.Field])).Where(c => c.Item2.Strength > 0))
        {
            Line(text, $"| {field} | {comparison.Strength:0.##########} | {comparison.Rarest:0.##########} |");
        }

        return text.ToString();
    }

    /// <summary>Priors, thresholds and the limits of the blocking, for each purpose.</summary>
    public static string Purposes(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var purposes = Enum.GetValues<MatchPurpose>();
        var text = new StringBuilder();
        Line(text, $"| | {string.Join(" | ", purposes.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.ToString())))} |");
        Line(text, $"|---|{string.Concat(purposes.Select(_ => "---:|"))}");
        Each("is on the register at all (`expectedOnRegister`)", (p, _) => Number(p.ExpectedOnRegister));
        Each("one of at least (`smallestPopulation`)", (p, _) => Number(p.SmallestPopulation));
        Each("prior at 10,000 nominals, bits", (p, _) => Bits(Prior.Of(p, 10_000)));
        Each("prior at 1,000,000 nominals, bits", (p, _) => Bits(Prior.Of(p, 1_000_000)));
        Each("`possible` from", (p, _) => Threshold(p.Possible));
        Each("`match` from", (p, _) => Threshold(p.Match));
        Each("ahead of the next by (`clearMargin`), bits", (p, _) => Number(p.ClearMargin));
        Each("surname with given name used as a key while shared by at most", (_, name) => Number(BlockLimits.Of(name, hasBirth: true).Names));
        Each("the same where no whole birth date is known", (_, name) => Number(BlockLimits.Of(name, hasBirth: false).Names));
        Each("postcode, house and street, one name", (_, name) => Number(BlockLimits.Of(name, hasBirth: true).Weak));
        Each("half a document number, one word of an address", (_, name) => Number(BlockLimits.Of(name, hasBirth: true).Scraps));
        return text.ToString();

        void Each(string what, Func<PurposeModel, MatchPurpose, string> value) =>
            Line(text, $"| {what} | {string.Join(" | ", purposes.Select(p => value(model.Purposes[p], p)))} |");
    }

    private static string Threshold(double probability) => $"{Number(probability)} ({Bits(MilliBits.Log2(probability / (1 - probability)))} bits)";

    private static string Number(double number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Bits(int weight) => MilliBits.ToBits(weight).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

using Hub.Accuracy.Runs;
using Hub.Accuracy.Sets;

namespace Hub.Accuracy.Output;

/// <summary>What screening adds: alarms about people who are not on the register, and who was missed by kind of error.</summary>
/// <param name="NotOnRegister">Passengers who are not on it.</param>
/// <param name="AlarmsPossible">Of these, with any candidate shown.</param>
/// <param name="AlarmsMatch">Of these, with a sure candidate: an innocent person met at the gate.</param>
/// <param name="ByCategory">Of the passengers who are on it.</param>
internal sealed record ScreeningFigures(int NotOnRegister, int AlarmsPossible, int AlarmsMatch, IReadOnlyList<CategoryRecall> ByCategory)
{
    public static ScreeningFigures Of(LinkageOutcome outcome)
    {
        var task = outcome.Task;
        var on = task.Queries.Where(q => task.QueryEntities[q.Number] != EntityNumbers.None).ToList();
        var alarmed = Queries(outcome, p => task.QueryEntities[p.Query] == EntityNumbers.None && p.Is(PairMarks.Shown));
        var certain = Queries(outcome, p => task.QueryEntities[p.Query] == EntityNumbers.None && p.Is(PairMarks.Sure));
        var blocked = Queries(outcome, p => p.Is(PairMarks.Blocked) && outcome.IsTrue(p));
        var shown = Queries(outcome, p => p.Is(PairMarks.Shown) && outcome.IsTrue(p));
        var sure = Queries(outcome, p => p.Is(PairMarks.Sure) && outcome.IsTrue(p));
        return new ScreeningFigures(task.Queries.Length - on.Count, alarmed.Count, certain.Count,
        [
            .. on.GroupBy(q => q.Category ?? "(none)").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CategoryRecall(
                g.Key, g.Count(), Share(g, blocked), Share(g, shown), Share(g, sure))),
        ]);
    }

    private static HashSet<int> Queries(LinkageOutcome outcome, Func<WeighedPair, bool> where) => [.. outcome.Pairs.Where(where).Select(p => p.Query)];

    private static double Share(IEnumerable<LabelledRow> rows, HashSet<int> found) => rows.Average(r => found.Contains(r.Number) ? 1.0 : 0.0);
}

/// <summary>Recall among passengers on the register of one category.</summary>
/// <param name="Blocked">Share brought together with their own nominal by the blocking.</param>
/// <param name="Possible">Share whose own nominal was shown.</param>
/// <param name="Match">Share whose own nominal was sure.</param>
internal sealed record CategoryRecall(string Category, int Passengers, double Blocked, double Possible, double Match);

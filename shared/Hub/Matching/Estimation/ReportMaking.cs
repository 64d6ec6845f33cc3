using Hub.Matching.Comparisons;
using Hub.Matching.Model;

namespace Hub.Matching.Estimation;

/// <summary>Sets old and new figures side by side.</summary>
internal static class ReportMaking
{
    public static EstimationReport Of(
        MatchModel old, MatchModel now, EstimatedFigures figures, IReadOnlyList<OutcomeChange> outcomes, int nominals, long randomPairs, ulong seed) => new()
        {
            FromVersion = old.Version,
            Version = now.Version,
            Source = now.Source,
            Nominals = nominals,
            Seed = seed,
            RandomPairs = randomPairs,
            Passes = figures.Passes.Passes,
            Doubles = figures.Passes.Doubles,
            Levels = [.. LevelTable.Fields.SelectMany(field => Changes(field, old, now, figures))],
            Outcomes = outcomes,
        };

    private static IEnumerable<LevelChange> Changes(Field field, MatchModel old, MatchModel now, EstimatedFigures figures)
    {
        var name = Levels.All[(int)field].Field;
        var (before, after) = (old.Comparisons[name].Levels, now.Comparisons[name].Levels);
        for (var i = 0; i < before.Count; i++)
        {
            yield return new LevelChange(
                name, before[i].Level, before[i].M, after[i].M, before[i].U, after[i].U, Bits(before[i]), Bits(after[i]),
                figures.Others[field, i + 1], figures.Passes.Matches[field, i + 1], Note(field, i, before, after, figures));
        }
    }

    private static LevelNote Note(Field field, int i, IReadOnlyList<LevelModel> before, IReadOnlyList<LevelModel> after, EstimatedFigures figures)
    {
        var isKept = figures.Shrinkage.IsKept(field, i + 1);
        var note = LevelNote.None;
        note |= isKept || figures.Passes.Matches.Of(field) == 0 ? LevelNote.MKept : LevelNote.None;
        note |= isKept || figures.Others.Of(field) == 0 || Tally.IsShare(field) ? LevelNote.UKept : LevelNote.None;
        note |= i > 0 && Bits(after[i]) > Bits(after[i - 1]) && Bits(before[i]) <= Bits(before[i - 1]) ? LevelNote.OutOfOrder : LevelNote.None;
        note |= Bits(before[i]) * Bits(after[i]) < 0 ? LevelNote.SignChanged : LevelNote.None;
        return note;
    }

    private static double Bits(LevelModel level) => MilliBits.ToBits(MilliBits.Log2(level.M / level.U));
}

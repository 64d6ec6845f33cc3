namespace Hub.Matching.Estimation;

/// <summary>All passes for m: their pairs compared once, their figures estimated as often as u changes.</summary>
internal sealed class Passes
{
    private readonly RegisterRows rows;
    private readonly EstimationSettings settings;
    private readonly List<(BlockingPass Pass, BlockedPairs Pairs, PatternCount[] Patterns)> all = [];

    public Passes(RegisterRows rows, PairComparing comparing, EstimationSettings settings, CancellationToken cancellationToken)
    {
        this.rows = rows;
        this.settings = settings;
        foreach (var (pass, holders) in BlockingPass.All.Zip(PassKeys.Of(rows, comparing, cancellationToken)))
        {
            var pairs = BlockedPairs.Of(holders, comparing, settings, cancellationToken);
            all.Add((pass, pairs, pairs.Counts.Ordered()));
        }
    }

    /// <summary>Counts every pair as seen.</summary>
    public void Show(Tally seen)
    {
        foreach (var (pass, _, patterns) in all)
        {
            seen.Add(Tally.Of(patterns), except: pass.LeftOut);
        }
    }

    public PassesOutcome Run(LevelTable start, LevelTable u, LevelTable prior, Shrinkage shrinkage)
    {
        var matches = new Tally();
        var reports = new List<PassReport>();
        var inAll = new List<double>();
        foreach (var (pass, pairs, patterns) in all)
        {
            var outcome = ExpectationMaximisation.Run(patterns, pass.LeftOut, start, u, prior, shrinkage, settings);
            var isUsed = outcome.Expected >= settings.FewestMatches && outcome.Clarity >= settings.LeastClarity;
            if (isUsed)
            {
                matches.Add(outcome.Matches, except: pass.LeftOut);
            }

            inAll.Add(outcome.ExpectedInAll / pairs.Share);
            reports.Add(new PassReport(pass.Kind.ToString(), pairs.Holders, pairs.InBlocks, outcome.Pairs, outcome.Expected, outcome.Relatives, outcome.Clarity, outcome.Rounds, isUsed));
        }

        var m = shrinkage.Of(matches, prior);
        return new PassesOutcome(m, matches, reports, Doubles(reports, inAll, m));
    }

    // From the pass whose key most nominals have: what it found in all blocks, and for it the matches whose keys differ
    // and the nominals that have no such key. A pass on several things says only what it found.
    private double Doubles(List<PassReport> reports, List<double> inAll, LevelTable m)
    {
        var used = Enumerable.Range(0, all.Count)
            .Where(i => reports[i].IsUsed)
            .OrderBy(i => all[i].Pass.Key is null)
            .ThenByDescending(i => reports[i].Holders)
            .ToArray();
        if (used.Length == 0)
        {
            return 0;
        }

        var holders = reports[used[0]].Holders / (double)rows.Count;
        return all[used[0]].Pass.Key is { } key ? inAll[used[0]] / m[key, 1] / (holders * holders) : inAll[used[0]];
    }
}

/// <summary>What all passes together say.</summary>
/// <param name="Matches">Expected matches by level, of the passes used.</param>
/// <param name="Doubles">How many pairs of nominals on the register are one person.</param>
internal sealed record PassesOutcome(LevelTable M, Tally Matches, IReadOnlyList<PassReport> Passes, double Doubles);

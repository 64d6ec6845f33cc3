using Hub.Accuracy.Metrics;
using Hub.Accuracy.Runs;

namespace Hub.Accuracy.Output;

/// <summary>The figures of a run, as written to JSON. Shares are 0 to 1, times in seconds, memory in bytes.</summary>
internal sealed record LinkageFigures
{
    public required string Command { get; init; }
    public required string Set { get; init; }
    public required string Model { get; init; }
    public required int Register { get; init; }
    public required int Queries { get; init; }
    public required long TruePairs { get; init; }

    /// <summary>Comparisons made; when deduplicating both directions count.</summary>
    public required long PairsConsidered { get; init; }

    /// <summary>Pairs kept with their score; best F1 and AUC are over these.</summary>
    public required long PairsKept { get; init; }

    /// <summary>Share of the true pairs that share a blocking key.</summary>
    public required double BlockingRecall { get; init; }

    /// <summary>Share of the true pairs that were weighed and kept.</summary>
    public required double KeptRecall { get; init; }

    public required AgreementFigures Possible { get; init; }
    public required AgreementFigures Match { get; init; }
    public required AgreementFigures? Best { get; init; }
    public required AgreementFigures? BestNotExplainedAway { get; init; }
    public required double? Auc { get; init; }
    public required ScreeningFigures? Screening { get; init; }
    public required double LoadSeconds { get; init; }
    public required double BuildSeconds { get; init; }
    public required double ScreenSeconds { get; init; }
    public required double BlockingProbeSeconds { get; init; }
    public required double PersonsASecond { get; init; }
    public required long PeakMemory { get; init; }

    /// <summary>What reading the files had to put up with, by file.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Reading { get; init; }

    public static LinkageFigures Of(RunLabel label, LinkageOutcome outcome)
    {
        var total = outcome.Task.TruePairs;
        var seconds = outcome.Screen.TotalSeconds;
        return new LinkageFigures
        {
            Command = label.Command,
            Set = label.Set,
            Model = label.Model,
            Register = outcome.Task.Register.Length,
            Queries = outcome.Task.Queries.Length,
            TruePairs = total,
            PairsConsidered = outcome.Weighed,
            PairsKept = outcome.Pairs.LongCount(p => p.Is(PairMarks.Kept)),
            BlockingRecall = total == 0 ? 1 : (double)outcome.TrueWith(PairMarks.Blocked) / total,
            KeptRecall = total == 0 ? 1 : (double)outcome.TrueWith(PairMarks.Kept) / total,
            Possible = AgreementFigures.Of(outcome.At(PairMarks.Shown, total), null),
            Match = AgreementFigures.Of(outcome.At(PairMarks.Sure, total), null),
            Best = AgreementFigures.Of(BestThreshold.Over(outcome.Scored, total)),
            BestNotExplainedAway = AgreementFigures.Of(BestThreshold.Over(outcome.ScoredNotExplainedAway, total)),
            Auc = RankSum.Auc(outcome.Scored),
            Screening = outcome.Task.HasStrangers ? ScreeningFigures.Of(outcome) : null,
            LoadSeconds = label.Load.TotalSeconds,
            BuildSeconds = outcome.Build.TotalSeconds,
            ScreenSeconds = seconds,
            BlockingProbeSeconds = outcome.Probe.TotalSeconds,
            PersonsASecond = seconds > 0 ? outcome.Task.Queries.Length / seconds : 0,
            PeakMemory = PeakMemoryReading.Bytes(),
            Reading = label.Reading,
        };
    }
}

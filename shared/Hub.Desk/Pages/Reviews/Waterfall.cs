using System.Collections.Immutable;
using System.Globalization;
using Hub.Matching;

namespace Hub.Desk.Pages.Reviews;

/// <summary>
/// The evidence for one candidate as a picture: what was likely before anything was compared, each field's step to the
/// right or left of where the one before ended, and the sum; with marks where a person must look and where it is enough.
/// All lengths in units of the picture, which is <see cref="Width"/> wide.
/// </summary>
public sealed record Waterfall
{
    public const double Width = 320;
    public const double RowHeight = 34;
    public const double BarHeight = 12;

    /// <summary>Above the bars, for the marks' letters.</summary>
    public const double Head = 14;

    private const double Margin = 4;
    private const double LeastBar = 1.5;

    public required ImmutableArray<WaterfallBar> Bars { get; init; }

    public required ImmutableArray<WaterfallMark> Marks { get; init; }

    /// <summary>Where zero bits are: as likely as not.</summary>
    public required double Zero { get; init; }

    public double Height => Head + (Bars.Length * RowHeight) + Margin;

    /// <param name="marks">Thresholds in bits, with their letter.</param>
    public static Waterfall Of(CandidateEvidence evidence, params ImmutableArray<(string Letter, double Bits)> marks)
    {
        var steps = new List<(string Label, double From, double To, WaterfallStep Step)> { ("Before anything is compared", 0, evidence.PriorBits, WaterfallStep.Start) };
        var at = evidence.PriorBits;
        foreach (var field in evidence.Fields)
        {
            steps.Add((ComparedField.Of(field, null).Name, at, at + field.Bits, field.Bits < 0 ? WaterfallStep.Against : WaterfallStep.For));
            at += field.Bits;
        }

        steps.Add(("Altogether", 0, evidence.TotalBits, WaterfallStep.Total));
        double[] all = [0, .. steps.Select(s => s.From), .. steps.Select(s => s.To), .. marks.Select(m => m.Bits)];
        var (least, most) = (all.Min(), all.Max());
        var unit = most > least ? (Width - (2 * Margin)) / (most - least) : 0;
        double X(double bits) => Margin + ((bits - least) * unit);
        return new Waterfall
        {
            Zero = X(0),
            Marks = [.. marks.Select(m => new WaterfallMark(m.Letter, X(m.Bits)))],
            Bars = [.. steps.Select((s, i) => new WaterfallBar(
                s.Label, ReviewWords.Bits(s.To - s.From), s.Step, X(Math.Min(s.From, s.To)), Head + ((i + 1) * RowHeight) - BarHeight - 4, Math.Max(Math.Abs(s.To - s.From) * unit, LeastBar), X(s.To)))],
        };
    }

    /// <summary>A probability as bits: log2 of its odds.</summary>
    public static double BitsOf(double probability) => Math.Log2(probability / (1 - probability));

    /// <summary>A length as SVG writes it.</summary>
    public static string N(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>What a bar is.</summary>
public enum WaterfallStep
{
    Start,
    For,
    Against,
    Total,
}

/// <param name="Value">In bits, with its sign.</param>
/// <param name="X">Its left end.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Length">From left to right.</param>
/// <param name="End">Where the sum is after it: the next field's bar begins there.</param>
public sealed record WaterfallBar(string Label, string Value, WaterfallStep Step, double X, double Y, double Length, double End);

/// <summary>A line from top to bottom.</summary>
public sealed record WaterfallMark(string Letter, double X);

using Hub.Accuracy.Metrics;

namespace Hub.Accuracy.Output;

/// <summary>Agreement with the truth, and the threshold in bits where it was chosen.</summary>
internal sealed record AgreementFigures(
    double Precision, double Recall, double F1, long TruePositives, long FalsePositives, long FalseNegatives, double? Threshold)
{
    public static AgreementFigures Of(Agreement a, double? threshold) =>
        new(a.Precision, a.Recall, a.F1, a.TruePositives, a.FalsePositives, a.FalseNegatives, threshold);

    public static AgreementFigures? Of(BestThreshold? best) => best is { } b ? Of(b.At, b.Bits) : null;
}

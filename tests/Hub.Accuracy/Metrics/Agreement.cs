namespace Hub.Accuracy.Metrics;

/// <summary>How far a set of pairs called the same person agrees with the truth.</summary>
/// <param name="TruePositives">True pairs found.</param>
/// <param name="FalsePositives">Pairs of different persons found.</param>
/// <param name="FalseNegatives">True pairs not found, those never blocked included.</param>
internal readonly record struct Agreement(long TruePositives, long FalsePositives, long FalseNegatives)
{
    /// <summary>Share of the found pairs that are true, 0 to 1; 1 where none was found, as nothing was wrong.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>Share of the true pairs that were found, 0 to 1; 1 where there are none.</summary>
    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of precision and recall, from the counts: 2 TP / (2 TP + FP + FN).</summary>
    public double F1 => Share(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The agreement when all these pairs are called the same person.</summary>
    /// <param name="trueFound">Of which true.</param>
    /// <param name="trueTotal">True pairs of the whole set.</param>
    public static Agreement Of(long found, long trueFound, long trueTotal) => new(trueFound, found - trueFound, trueTotal - trueFound);

    private static double Share(long part, long whole) => whole == 0 ? 1 : (double)part / whole;
}

namespace Hub.Accuracy.Metrics;

/// <summary>Two records weighed against each other, and whether they are one person.</summary>
/// <param name="Bits">Log2 odds, as the product gives them.</param>
/// <param name="IsTrue">By the set's truth.</param>
internal readonly record struct ScoredPair(double Bits, bool IsTrue);

namespace Hub.Matching.Estimation;

/// <summary>Nothing can be estimated from this register; the message says why.</summary>
public sealed class EstimationRefusedException(string message) : Exception(message);

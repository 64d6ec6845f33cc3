namespace Hub;

/// <summary>
/// A store, the bus or the archive could not be reached, or is throttled, after its adapter had tried again. Nothing is
/// known of what was asked for: it may have been done. Whoever asked asks again; a trigger lets this through, for the host
/// to call it again.
/// </summary>
/// <param name="what">What could not be reached, in a word or two: <c>the case store</c>.</param>
/// <param name="inner">What the client said; it never reaches a caller.</param>
public sealed class StoreUnavailableException(string what, Exception? inner = null) : Exception($"The hub cannot reach {what} now.", inner)
{
    /// <summary>What could not be reached.</summary>
    public string What { get; } = what;

    /// <summary>When it is worth asking again; null: not known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

namespace Hub.Testing.Contracts;

/// <summary>
/// What every contract test stands on: a clock that only the test moves. A contract is run against each adapter of its
/// port by a class that derives from it and makes the adapter.
/// </summary>
public abstract class PortContract
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected ManualTime Time { get; } = new(A.Moment);

    /// <summary>Everything compared as the hub would store it: records that hold JSON or lists have no useful equality of their own.</summary>
    protected static void AssertSame<T>(T expected, T actual) => Assert.Equal(
        System.Text.Json.JsonSerializer.Serialize(expected, Json.HubJson.Options),
        System.Text.Json.JsonSerializer.Serialize(actual, Json.HubJson.Options));
}

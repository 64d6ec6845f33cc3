using System.Threading.Channels;

namespace Hub.Embedded.Tests.Hosting.Support;

/// <summary>What test functions tell the test.</summary>
public sealed class Probe
{
    /// <summary>Generous: reached only when something is broken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object?> seen = Channel.CreateUnbounded<object?>();

    /// <summary>Holds functions that ask for it until the test lets go.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Saw(object? what) => seen.Writer.TryWrite(what);

    public async Task<object?> NextAsync() => await seen.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public bool SawNothingMore => !seen.Reader.TryPeek(out _);
}

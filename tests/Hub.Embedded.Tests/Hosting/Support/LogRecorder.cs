using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Tests.Hosting.Support;

/// <summary>Keeps what is logged, with exceptions as a console would print them.</summary>
internal sealed class LogRecorder(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}

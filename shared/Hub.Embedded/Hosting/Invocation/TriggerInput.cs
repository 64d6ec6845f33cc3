using Microsoft.AspNetCore.Http;

namespace Hub.Embedded.Hosting.Invocation;

/// <summary>What a trigger hands to one call of a function.</summary>
internal sealed record TriggerInput
{
    /// <summary>What the trigger's own parameter is made from.</summary>
    public required object Value { get; init; }

    /// <summary>Texts by name: route values, a message's properties, a blob's name. Looked up without regard to case.</summary>
    public required IReadOnlyDictionary<string, object?> BindingData { get; init; }

    public HttpContext? Http { get; init; }

    /// <summary>How often this call was tried before.</summary>
    public int RetryCount { get; init; }

    public int MaxRetryCount { get; init; }

    /// <summary>W3C <c>traceparent</c> of the work that led here; empty: none.</summary>
    public string TraceParent { get; init; } = "";
}

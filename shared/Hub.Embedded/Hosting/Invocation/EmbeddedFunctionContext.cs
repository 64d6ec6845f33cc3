using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Invocation;

internal sealed class EmbeddedFunctionContext : FunctionContext
{
    /// <summary>Where the real worker keeps the request among <see cref="FunctionContext.Items"/>.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    private readonly InvocationFeatures features = new();

    public EmbeddedFunctionContext(WiredFunction function, TriggerInput input, IServiceProvider services, CancellationToken cancellationToken)
    {
        Function = function;
        Input = input;
        InstanceServices = services;
        CancellationToken = cancellationToken;
        BindingContext = new InputBindingContext(input.BindingData);
        RetryContext = new InputRetryContext(input);
        TraceContext = new InputTraceContext(input);
        features.Set<InvocationResult>(new Result());
        if (input.Http is { } http)
        {
            Items[HttpContextKey] = http;
        }
    }

    public WiredFunction Function { get; }

    public TriggerInput Input { get; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Definition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; }

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => features;

    public override CancellationToken CancellationToken { get; }

    private sealed class Result : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class InputBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class InputRetryContext(TriggerInput input) : RetryContext
    {
        public override int RetryCount => input.RetryCount;

        public override int MaxRetryCount => input.MaxRetryCount;
    }

    private sealed class InputTraceContext(TriggerInput input) : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? input.TraceParent;

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }
}

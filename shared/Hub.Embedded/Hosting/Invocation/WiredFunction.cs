namespace Hub.Embedded.Hosting.Invocation;

/// <summary>A function that passed every start check and can be called.</summary>
internal sealed record WiredFunction(string Name, FunctionMethod Method, EmbeddedFunctionDefinition Definition);

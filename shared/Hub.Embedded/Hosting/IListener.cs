namespace Hub.Embedded.Hosting;

/// <summary>Waits for what triggers one function, and calls it.</summary>
internal interface IListener
{
    /// <summary>The function it calls.</summary>
    string Function { get; }

    /// <summary>Runs until told to stop and every call in flight has come back.</summary>
    Task RunAsync(CancellationToken stopping);
}

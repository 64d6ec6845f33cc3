using System.CommandLine;
using Hub.Functions.Commands;

// Longer than the host waits for calls in flight, so that a stop is never cut short.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await HubCommands.Create().Parse(args).InvokeAsync(patience);

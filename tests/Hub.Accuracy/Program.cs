using System.CommandLine;
using Hub.Accuracy;
using Hub.Accuracy.Maps;
using Spectre.Console;

// Spectre takes a redirected output for a terminal where CI variables are set.
var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
try
{
    return await AccuracyCommands.Root(console).Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (MapException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

using Hub.Accuracy.Sets;
using Hub.Testing.Registers;
using Spectre.Console;

namespace Hub.Accuracy.Runs;

/// <summary><c>make-register</c>: a register of the people of a public set, deltas of it and reports about it, the same for the same seed.</summary>
internal static class MakeRegisterCommand
{
    public static async Task<int> RunAsync(string from, string to, ulong seed, int deltas, int reports, DateTimeOffset asOf, IAnsiConsole console, CancellationToken cancellationToken)
    {
        List<SourcePerson> people;
        try
        {
            people = [.. ScreeningRegister.Read(from)];
        }
        catch (FileNotFoundException e)
        {
            console.WriteLine(e.Message);
            return 1;
        }

        var made = MadeRegister.Of(people, seed, asOf, deltas, reports);
        await made.WriteAsync(to, cancellationToken);
        console.WriteLine($"{made.Nominals.Length:N0} nominals, {made.Deltas.Length:N0} deltas, {made.Reports.Length:N0} reports, true as of {asOf:u}.");
        return 0;
    }
}

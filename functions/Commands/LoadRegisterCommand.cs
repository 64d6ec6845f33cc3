using System.CommandLine;
using Hub.Embedded.Sqlite;
using Hub.Nominals.Loading;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>load-register</c>: brings a register extract into a data folder, also while a hub runs on it.</summary>
internal static class LoadRegisterCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The extract: .ndjson (one nominal a line) or .csv (with a header)." };
        var data = CommonOptions.Data();
        var command = new Command("load-register", "Load a register extract. Bad rows are set aside with their line numbers; a load that was stopped goes on where it was. A hub that runs on the same folder sees the changes within a second.\n\nExample:\n  load-register register.ndjson\n\nExit code: 0 all loaded; 3 some rows set aside.") { file, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no file {from.FullName}.");
                return 2;
            }

            try
            {
                return await RunAsync(from, parsed.GetValue(data)!, cancellationToken);
            }
            catch (RegisterFileException e)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"{from.Name} was not loaded: {e.Message}");
                return 2;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string data, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        await using var database = SqliteDatabase.Open(data);
        await using var stream = file.OpenRead();
        var key = await LoadKey.OfAsync(file.Name, stream, cancellationToken);
        var reader = file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? RegisterReader.Csv(stream, time.GetUtcNow(), warning => AnsiConsole.WriteLine(warning))
            : RegisterReader.Ndjson(stream, time.GetUtcNow());
        await using var setAside = new SetAsideFile(data, file.Name);
        var started = time.GetTimestamp();
        long ticked = 0;
        var status = await Progressing.RunAsync($"Loading {file.Name}", file.Length, tick =>
            new RegisterLoad(new SqliteNominalRegister(database, time)).RunAsync(reader, key, setAside.WriteAsync, new Told(s =>
            {
                tick(s.Offset - ticked);
                ticked = s.Offset;
            }), cancellationToken));
        var resumed = status.ResumedAfter > 0 ? $" (went on after line {status.ResumedAfter:N0})" : "";
        AnsiConsole.WriteLine($"Loaded {status.Loaded:N0} nominals, set aside {status.SetAside:N0} rows, in {time.GetElapsedTime(started).TotalSeconds:0.0} s{resumed}.");
        if (status.Stale > 0)
        {
            AnsiConsole.WriteLine($"Passed over {status.Stale:N0} rows: the register holds something newer.");
        }

        if (status.Merged > 0)
        {
            AnsiConsole.WriteLine($"Passed over {status.Merged:N0} rows: their records were merged into others.");
        }

        if (setAside.Path is { } path)
        {
            AnsiConsole.WriteLine($"Rows set aside, with line and reason: {path}");
        }

        return status.SetAside > 0 ? 3 : 0;
    }

    // Progress<T> would report on other threads and later; the bar is told at once.
    private sealed class Told(Action<LoadStatus> tell) : IProgress<LoadStatus>
    {
        public void Report(LoadStatus value) => tell(value);
    }
}

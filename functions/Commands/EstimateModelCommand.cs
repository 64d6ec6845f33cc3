using System.CommandLine;
using System.Globalization;
using Hub.Matching;
using Hub.Matching.Estimation;
using Hub.Nominals.Loading;
using Hub.Time;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>estimate-model</c>: a new version of the matching model from a register, and a report of what it changes.</summary>
internal static class EstimateModelCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The register: .ndjson (one nominal a line) or .csv (with a header), as load-register reads it." };
        var output = new Option<FileInfo>("--out") { Description = "Write the new model here.", HelpName = "MODEL.json", Required = true };
        var report = new Option<FileInfo?>("--report") { Description = "Write what changed here, as Markdown.", HelpName = "REPORT.md" };
        var from = new Option<FileInfo?>("--from") { Description = "Start from this model. Default: the one this build ships.", HelpName = "MODEL.json" };
        var seed = new Option<ulong>("--seed") { Description = "From which samples are drawn: the same register, seed and date give the same file.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var pairs = new Option<int>("--pairs") { Description = $"Pairs drawn at random, and pairs compared in each pass, at the most: {EstimateModelRequest.FewestPairs} to {EstimateModelRequest.MostPairs}.", HelpName = "N", DefaultValueFactory = _ => new EstimationSettings().RandomPairs };
        var version = new Option<string?>("--version-name") { Description = "The new model's version. Default: the old one's with +r1, +r2 and so on.", HelpName = "V" };
        var date = new Option<DateOnly?>("--date") { Description = "The register's date, named in the model. Default: today.", HelpName = "YYYY-MM-DD", CustomParser = ParseDate };
        var force = new Option<bool>("--force") { Description = "Replace files that are there." };
        var command = new Command("estimate-model", "Estimate the matching model's figures from a register, without knowing who on it is the same: a new model file, to be read before it is used. Nothing is loaded, nothing in use is changed.\n\nExample:\n  estimate-model register.csv --out model.json --report model.md\n\nExit code: 0 done; 2 refused, with the reason.") { file, output, report, from, seed, pairs, version, date, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new EstimateModelRequest(parsed.GetValue(file)!, parsed.GetValue(output)!, parsed.GetValue(report), parsed.GetValue(from), parsed.GetValue(pairs), parsed.GetValue(force));
            if (request.Problem() is { } problem)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
                return 2;
            }

            var time = TimeProvider.System;
            var on = parsed.GetValue(date) ?? LondonTime.DateOf(time.GetUtcNow());
            try
            {
                return await RunAsync(request, time, parsed.InvocationConfiguration.Output, new EstimationSettings
                {
                    Seed = parsed.GetValue(seed),
                    RandomPairs = request.Pairs,
                    PairsPerPass = request.Pairs,
                    Version = parsed.GetValue(version),
                    Register = string.Create(CultureInfo.InvariantCulture, $"{request.Register.Name} of {on:yyyy-MM-dd}"),
                }, cancellationToken);
            }
            catch (Exception e) when (e is RegisterFileException or EstimationRefusedException or ModelFileException or IOException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"No model was estimated: {e.Message}");
                return 2;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(EstimateModelRequest request, TimeProvider time, TextWriter output, EstimationSettings settings, CancellationToken cancellationToken)
    {
        var start = ModelFiles.Read(request.From);
        var started = time.GetTimestamp();
        var index = new RegisterIndex(start);
        var setAside = await Progressing.RunAsync($"Reading {request.Register.Name}", request.Register.Length, tick =>
            RegisterFile.ReadAsync(request.Register, time, index, tick, cancellationToken));
        await output.WriteLineAsync($"Read {index.Count:N0} nominals, {setAside:N0} rows unreadable, in {time.GetElapsedTime(started).TotalSeconds:0.0} s.");
        var estimated = ModelEstimation.Run(index, settings, cancellationToken);
        await File.WriteAllTextAsync(request.Output.FullName, estimated.ModelFile, cancellationToken);
        if (request.Report is { } report)
        {
            await File.WriteAllTextAsync(report.FullName, estimated.Report.ToMarkdown(), cancellationToken);
        }

        EstimationTable.Write(AnsiConsole.Console, estimated.Report);
        await output.WriteLineAsync($"Model {estimated.Model.Version}: {request.Output.FullName}, in {time.GetElapsedTime(started).TotalSeconds:0.0} s. Read {(request.Report is null ? "it" : request.Report.FullName)} before you use it.");
        return 0;
    }

    private static DateOnly? ParseDate(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        result.AddError("--date is a date such as 2026-11-22.");
        return null;
    }
}

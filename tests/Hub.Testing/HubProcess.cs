using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Hub.Testing;

/// <summary>The hub as a process of its own, for what only a process can show: being killed, its memory, its start.</summary>
public sealed partial class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly List<string> errors;

    private HubProcess(Process process, Uri address, List<string> errors)
    {
        this.process = process;
        this.errors = errors;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
            {
                return string.Join('\n', errors);
            }
        }
    }

    /// <summary>Starts <c>serve</c> on a data folder and any free port, and waits until it says where it listens.</summary>
    /// <param name="program">The path of <c>Hub.Functions.dll</c>.</param>
    public static async Task<HubProcess> ServeAsync(string program, string dataDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { program, "serve", "--data", dataDirectory, "--port", "0" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.Add(line.Data ?? "");
            }
        };
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(StartPatience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new HubProcess(process, new Uri(found.Groups[1].Value), errors);
            }
        }

        await process.WaitForExitAsync(patience.Token);
        throw new InvalidOperationException($"The hub ended before it listened: {string.Join('\n', errors)}");
    }

    /// <summary>Ends it as a power cut would: SIGKILL, no warning.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>The most memory it held so far, in bytes (Linux: VmHWM).</summary>
    public long PeakMemory()
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    [GeneratedRegex("^Listening on (http://.+)$")]
    private static partial Regex Listening();
}

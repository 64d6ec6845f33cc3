using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hub.Azure.Tests.StandIns.Azurite;

/// <summary>Microsoft's emulator of Blob Storage as a process of its own, which ends when this one does.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private const string Ready = "Azurite Blob service successfully listens";
    private const int Starts = 3;

    // The account and key every emulator has, published by Microsoft.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(StartAsync);

    private readonly Process process;

    private AzuriteProcess(Process process, int port)
    {
        this.process = process;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{port}/{Account};";
    }

    public string ConnectionString { get; }

    /// <summary>One for the whole run; it ends with the run.</summary>
    /// <exception cref="InvalidOperationException">Node or npm is missing, or Azurite does not start.</exception>
    public static Task<AzuriteProcess> SharedAsync() => Shared.Value;

    /// <exception cref="InvalidOperationException">Node or npm is missing, or Azurite does not start.</exception>
    public static async Task<AzuriteProcess> StartAsync()
    {
        var folder = Path.Combine(SourceFolder(), "StandIns", "Azurite");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "azurite")))
        {
            await InstallAsync(folder);
        }

        for (var start = 1; ; start++)
        {
            var port = FreePort();
            var process = Run(folder, "node", $"azurite.js --inMemoryPersistence --silent --disableTelemetry --skipApiVersionCheck --blobHost 127.0.0.1 --blobPort {port}");
            var said = await ReadyAsync(process);
            if (said is null)
            {
                return new(process, port);
            }

            process.Kill(entireProcessTree: true);
            process.Dispose();
            if (start == Starts)
            {
                throw new InvalidOperationException($"Azurite does not start: {said}");
            }
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task InstallAsync(string folder)
    {
        using var npm = Run(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --ignore-scripts --no-audit --no-fund");
        using var late = new CancellationTokenSource(Patience);
        var said = npm.StandardOutput.ReadToEndAsync(late.Token);
        await npm.WaitForExitAsync(late.Token);
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed in {folder}: {await said}");
        }
    }

    /// <summary>Null once it listens; what it said where it ended instead.</summary>
    private static async Task<string?> ReadyAsync(Process process)
    {
        using var late = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            said.Add(line);
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                // Read on, or it would stop when the pipe is full.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return null;
            }
        }

        return string.Join('\n', said);
    }

    // Standard input stays open as long as this process lives: azurite.js ends when it closes.
    private static Process Run(string folder, string program, string arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException($"{program} does not start.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hub.Azure.Tests.csproj")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from within the source tree.");
    }
}

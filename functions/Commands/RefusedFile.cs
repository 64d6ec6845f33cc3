using System.Text.Json;
using Hub.Json;

namespace Hub.Functions.Commands;

/// <summary>Keeps refused lines with the hub's answer, one JSON object a line, so that nothing is lost and they can be mended and sent again.</summary>
internal sealed class RefusedFile(FileInfo file) : IAsyncDisposable
{
    private readonly StreamWriter writer = new(new FileStream(file.FullName, FileMode.Create, FileAccess.Write, FileShare.Read));
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task WriteAsync(long line, string report, string answer)
    {
        await turn.WaitAsync();
        try
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(new { line, report, answer }, HubJson.Options));
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        turn.Dispose();
    }
}

using System.Text;
using System.Text.Json;
using Hub.Json;
using Hub.Nominals.Loading;

namespace Hub.Functions.Commands;

/// <summary>Keeps rows that could not be loaded, in the data folder: line, what is wrong, and the row as it was. Made when the first such row comes.</summary>
internal sealed class SetAsideFile(string dataDirectory, string fileName) : IAsyncDisposable
{
    private StreamWriter? writer;

    /// <summary>Where the rows are; null while there are none.</summary>
    public string? Path { get; private set; }

    public async ValueTask WriteAsync(RejectedRow row)
    {
        if (writer is null)
        {
            var folder = Directory.CreateDirectory(System.IO.Path.Combine(dataDirectory, "set-aside")).FullName;
            Path = System.IO.Path.Combine(folder, $"{fileName}.set-aside.ndjson");
            writer = new StreamWriter(new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read));
        }

        await writer.WriteLineAsync(JsonSerializer.Serialize(new { line = row.Line, errors = row.Errors, row = Encoding.UTF8.GetString(row.Raw.Span) }, HubJson.Options));
        await writer.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }
    }
}

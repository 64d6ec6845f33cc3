using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Accuracy.Maps;
using Hub.Matching;

namespace Hub.Accuracy.Runs;

/// <summary>What every command takes.</summary>
/// <param name="Model">A model file to try in place of the shipped one.</param>
/// <param name="Json">Where the figures go as JSON.</param>
/// <param name="Mistakes">How many of the worst mistakes of each kind to show.</param>
internal sealed record CommonRequest(string? Model, string? Json, int Mistakes)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public MatchModel LoadModel()
    {
        try
        {
            return Model is null ? MatchModel.Shipped : MatchModel.Parse(File.ReadAllText(Model));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or JsonException)
        {
            throw new MapException($"The model {Model ?? "shipped"} cannot be read: {e.Message}");
        }
    }

    /// <summary>To the error stream, so that the table stays clean; none where nobody watches.</summary>
    public IProgress<long>? Progress() => Console.IsErrorRedirected ? null : new Progress<long>(done => Console.Error.Write($"\r{done:N0} screened "));

    public async Task WriteJsonAsync<T>(T figures, CancellationToken cancellationToken)
    {
        if (Json is not null)
        {
            await File.WriteAllTextAsync(Json, JsonSerializer.Serialize(figures, Written) + "\n", cancellationToken);
        }
    }
}

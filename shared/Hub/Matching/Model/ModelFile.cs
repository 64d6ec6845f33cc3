using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Matching.Comparisons;

namespace Hub.Matching.Model;

/// <summary>Reads and writes model files, and holds them to what weighing needs.</summary>
internal static class ModelFile
{
    private const string Resource = "matching-model.data.json";
    private const double Rounding = 0.02;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static MatchModel Embedded()
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in this build.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    public static MatchModel Read(string json)
    {
        Shape shape;
        try
        {
            shape = JsonSerializer.Deserialize<Shape>(json, Options) ?? throw new FormatException("A model file holds an object.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Not a model file: {e.Message}{(e.Message.Contains("Path:", StringComparison.Ordinal) ? "" : $" Path: {e.Path}.")}", e);
        }

        foreach (var (field, levels) in Levels.All)
        {
            Check(field, levels, shape.Comparisons.GetValueOrDefault(field));
        }

        if (shape.Comparisons.Keys.FirstOrDefault(name => Levels.All.All(c => c.Field != name)) is { } unknown)
        {
            throw new FormatException($"comparisons.{unknown}: there is no such comparison.");
        }

        foreach (var purpose in Enum.GetValues<MatchPurpose>())
        {
            Check(purpose, shape.Purposes.GetValueOrDefault(purpose));
        }

        return new MatchModel
        {
            Version = shape.Version,
            Source = shape.Source,
            Purposes = shape.Purposes.ToFrozenDictionary(),
            Comparisons = shape.Comparisons.ToFrozenDictionary(),
        };
    }

    public static string Write(MatchModel model) => JsonSerializer.Serialize(
        new Shape
        {
            Version = model.Version,
            Source = model.Source,
            Purposes = model.Purposes.OrderBy(p => p.Key).ToDictionary(),
            Comparisons = Levels.All.ToDictionary(c => c.Field, c => model.Comparisons[c.Field]),
        },
        Options);

    private static void Check(string field, string[] levels, ComparisonModel? comparison)
    {
        if (comparison is null)
        {
            throw new FormatException($"comparisons.{field}: missing.");
        }

        if (!comparison.Levels.Select(l => l?.Level).SequenceEqual(levels))
        {
            throw new FormatException($"comparisons.{field}.levels: expected {string.Join(", ", levels)}, in this order.");
        }

        foreach (var level in comparison.Levels)
        {
            if (level.M is not (> 0 and <= 1) || level.U is not (> 0 and <= 1))
            {
                throw new FormatException($"comparisons.{field}.{level.Level}: m and u are probabilities above 0 and at most 1.");
            }
        }

        if (comparison.Levels.Sum(l => l.M) > 1 + Rounding || comparison.Levels.Sum(l => l.U) > 1 + Rounding)
        {
            throw new FormatException($"comparisons.{field}: the probabilities of all levels add up to more than 1.");
        }

        if (comparison.Strength < 0 || comparison.Rarest is < 0 or >= 1)
        {
            throw new FormatException($"comparisons.{field}: strength is at least 0, rarest between 0 and 1.");
        }
    }

    private static void Check(MatchPurpose name, PurposeModel? purpose)
    {
        if (purpose is not { ExpectedOnRegister: > 0 and <= 1, SmallestPopulation: > 0, ClearMargin: >= 0 } || !(purpose.Possible > 0 && purpose.Possible <= purpose.Match && purpose.Match < 1))
        {
            throw new FormatException($"purposes.{JsonNamingPolicy.CamelCase.ConvertName(name.ToString())}: expected expectedOnRegister above 0 and at most 1, smallestPopulation above 0, 0 < possible <= match < 1 and clearMargin of at least 0.");
        }
    }

    private sealed record Shape
    {
        public required string Version { get; init; }

        public required string Source { get; init; }

        public required Dictionary<MatchPurpose, PurposeModel> Purposes { get; init; }

        public required Dictionary<string, ComparisonModel> Comparisons { get; init; }
    }
}

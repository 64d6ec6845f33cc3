using System.Collections.Frozen;
using Hub.Matching.Model;

namespace Hub.Matching;

/// <summary>
/// The published model (Fellegi and Sunter, 1969): the levels of each comparison with their probabilities, priors and
/// thresholds by purpose, as read from its file. Every assessment names the version it was made by.
/// </summary>
public sealed class MatchModel
{
    private readonly Lazy<CompiledModel> compiled;

    internal MatchModel() => compiled = new(() => new CompiledModel(this));

    /// <summary>The model this build ships.</summary>
    public static MatchModel Shipped { get; } = ModelFile.Embedded();

    /// <summary>Changes with every change of a figure.</summary>
    public required string Version { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>By <see cref="MatchPurpose"/>.</summary>
    public required FrozenDictionary<MatchPurpose, PurposeModel> Purposes { get; init; }

    /// <summary>By name, such as <c>surname</c>.</summary>
    public required FrozenDictionary<string, ComparisonModel> Comparisons { get; init; }

    internal CompiledModel Compiled => compiled.Value;

    /// <summary>Reads a model file.</summary>
    /// <exception cref="FormatException">It is no model; the message says what is wrong and where.</exception>
    public static MatchModel Parse(string json) => ModelFile.Read(json);
}

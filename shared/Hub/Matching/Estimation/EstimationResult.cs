namespace Hub.Matching.Estimation;

/// <summary>A model estimated from a register, and how it differs from the one before.</summary>
public sealed record EstimationResult(MatchModel Model, EstimationReport Report)
{
    /// <summary>The model as a file, which <see cref="MatchModel.Parse"/> reads.</summary>
    public string ModelFile => Matching.Model.ModelFile.Write(Model) + "\n";
}

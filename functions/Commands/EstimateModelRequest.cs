namespace Hub.Functions.Commands;

/// <summary>What <c>estimate-model</c> was asked for on the command line.</summary>
internal sealed record EstimateModelRequest(FileInfo Register, FileInfo Output, FileInfo? Report, FileInfo? From, int Pairs, bool Force)
{
    public const int FewestPairs = 10_000;
    public const int MostPairs = 100_000_000;

    /// <summary>Why it cannot be done; null when it can be tried.</summary>
    public string? Problem()
    {
        if (!Register.Exists)
        {
            return $"There is no file {Register.FullName}.";
        }

        if (Pairs is < FewestPairs or > MostPairs)
        {
            return $"--pairs is a number from {FewestPairs} to {MostPairs}.";
        }

        if (new[] { Output, Report }.FirstOrDefault(f => f is { Directory.Exists: false }) is { } lost)
        {
            return $"There is no folder {lost.DirectoryName}.";
        }

        if (Report?.FullName == Output.FullName)
        {
            return "--out and --report name the same file.";
        }

        return new[] { Output, Report }.FirstOrDefault(f => f?.FullName == Register.FullName) is { } same ? $"{same.FullName} is the register itself."
            : !Force && new[] { Output, Report }.FirstOrDefault(f => f is { Exists: true }) is { } there ? $"{there.FullName} is there already; --force replaces it."
            : null;
    }
}

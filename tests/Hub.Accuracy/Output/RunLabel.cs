namespace Hub.Accuracy.Output;

/// <summary>What a run was of.</summary>
/// <param name="Command">Such as <c>dedupe</c>.</param>
/// <param name="Set">The files.</param>
/// <param name="Model">The model's version.</param>
/// <param name="Load">Time to read the files.</param>
/// <param name="Reading">What reading had to put up with, by file.</param>
internal sealed record RunLabel(
    string Command, string Set, string Model, TimeSpan Load, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Reading);

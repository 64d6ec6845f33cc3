namespace Hub.Matching.Comparisons;

/// <summary>Whether two of one name are both senior, both junior, both the second: fathers and sons are told apart by nothing else.</summary>
internal static class GenerationComparison
{
    private const byte Same = 1;
    private const byte Different = 2;

    public static FieldResult Compare(Comparing pair)
    {
        var (a, b) = (pair.Reported.Generation, pair.Registered.Generation);
        return a == 0 || b == 0 ? default : pair.Result(Field.Generation, a == b ? Same : Different);
    }
}

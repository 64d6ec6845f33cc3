namespace Hub.Accuracy.Runs;

/// <summary>What the product made of one pair.</summary>
[Flags]
internal enum PairMarks
{
    None = 0,

    /// <summary>They share a blocking key.</summary>
    Blocked = 1,

    /// <summary>Weighed, and among the candidates kept.</summary>
    Kept = 2,

    /// <summary>Shown to a person: at or above <c>possible</c> and not explained away.</summary>
    Shown = 4,

    /// <summary>Taken as the same person, nobody looks.</summary>
    Sure = 8,

    /// <summary>Likely enough to be shown, but not shown: a better candidate or a named rule explains it.</summary>
    ExplainedAway = 16,
}

/// <summary>A pair of rows and what the product made of it.</summary>
/// <param name="Query">The row that was screened, by its place in its file.</param>
/// <param name="Register">The row of the register, by its place in its file.</param>
/// <param name="Bits">Log2 odds; negative infinity where not kept.</param>
internal readonly record struct WeighedPair(int Query, int Register, double Bits, PairMarks Marks)
{
    public bool Is(PairMarks mark) => (Marks & mark) != 0;

    public static int ByRows(WeighedPair a, WeighedPair b) =>
        a.Query != b.Query ? a.Query.CompareTo(b.Query) : a.Register.CompareTo(b.Register);
}

namespace Hub.Matching;

/// <summary>
/// The weights of the plain matcher, in bits (log2 Bayes factors), and its thresholds. Estimates from general
/// record-linkage experience, not learned from a register.
/// </summary>
internal static class PlainModel
{
    public const string Version = "plain-1";

    /// <summary>From this probability a person is identified.</summary>
    public const double MatchThreshold = 0.99;

    /// <summary>From this probability a person must look.</summary>
    public const double PossibleThreshold = 0.50;

    /// <summary>
    /// However few are on the register, a person reported is one of at least so many: a shared birthday must not
    /// outweigh everything where little is known.
    /// </summary>
    public const int SmallestPopulation = 4_000;

    /// <summary>Candidates kept with an assessment.</summary>
    public const int KeptCandidates = 5;

    /// <summary>Candidates weighed at the most for one person; more are counted, not weighed.</summary>
    public const int MaxWeighed = 2_000;

    /// <summary>How much more probable the best must be than the next for an identification, in bits.</summary>
    public const double ClearMargin = 4;

    public const double IdentifierSame = 20;
    public const double IdentifierDifferent = -4;
    public const double DocumentSame = 18;
    public const double SurnameExact = 9;
    public const double SurnameClose = 6;
    public const double SurnameDifferent = -5;
    public const double GivenExact = 7;
    public const double GivenClose = 4;
    public const double GivenInitial = 2;
    public const double GivenDifferent = -4;
    public const double NamesSwapped = 14;
    public const double BornExact = 11;
    public const double BornDayMonthSwapped = 8;
    public const double BornOnePartDiffers = 4;
    public const double BornPartlyKnown = 3;
    public const double BornDifferent = -8;
    public const double SexSame = 1;
    public const double SexDifferent = -3;
    public const double PostcodeSame = 9;
    public const double PostcodeSector = 4;
    public const double AddressLineSame = 5;
}

namespace Hub.Testing.People;

/// <summary>How a group of Londoners is named.</summary>
internal sealed record Culture
{
    /// <summary>Surnames people share, commonest first.</summary>
    public required WeightedList<string> Surnames { get; init; }

    public required WeightedList<string> Female { get; init; }

    public required WeightedList<string> Male { get; init; }

    /// <summary>Beginnings and endings of the rare surnames.</summary>
    public required RareSurnames Rare { get; init; }

    /// <summary>Of a thousand, how many bear a rare surname.</summary>
    public required int RareShare { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required WeightedList<string> Nationalities { get; init; }

    /// <summary>Of a thousand, how many have a middle name.</summary>
    public required int MiddleNames { get; init; }

    /// <summary>The surname a woman bears where it differs, such as Kowalska for Kowalski.</summary>
    public Func<string, string> Feminine { get; init; } = surname => surname;
}

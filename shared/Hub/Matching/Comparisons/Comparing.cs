using Hub.Matching.Index;
using Hub.Matching.Model;

namespace Hub.Matching.Comparisons;

/// <summary>A person asked about beside one nominal, with what their fields are weighed by. Used again for one nominal after another.</summary>
internal sealed class Comparing
{
    public Traits Reported { get; } = new();

    public Traits Registered { get; } = new();

    public Words Words { get; set; }

    public LevelMemo Memo { get; } = new();

    public TermStatistics Terms { get; set; } = null!;

    public CompiledModel Model { get; set; } = null!;

    /// <summary>Nominals on the register.</summary>
    public int Population { get; set; }

    /// <summary>
    /// The weight of a word's level in a role, by how many others have the commoner of the two words: a rare word one
    /// slip from a common one is most likely that one, misspelt.
    /// </summary>
    public int TermWeight(Field field, byte level, TermRole role, int reportedWord, int registeredWord)
    {
        var registered = Words.Frequency(role, registeredWord);
        var others = reportedWord == registeredWord ? registered : Math.Max(registered, Words.Frequency(role, reportedWord));
        return Model.Weight(field, level, others - 1, Population);
    }

    public FieldResult Result(Field field, byte level, int reported = 0, int registered = 0) =>
        new(level, Model.Weight(field, level), (byte)reported, (byte)registered);
}

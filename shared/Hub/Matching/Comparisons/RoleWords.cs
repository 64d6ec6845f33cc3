using Hub.Matching.Index;

namespace Hub.Matching.Comparisons;

/// <summary>The words of one name in a row, the surname's first, and which of them are the surname's.</summary>
internal readonly struct RoleWords(NameRange name)
{
    public const int Max = 8;

    public int Count { get; } = Math.Min(name.Surname.Count + name.Given.Count, Max);

    public bool IsSurname(int index) => index < name.Surname.Count;

    public int Word(Traits traits, int index) => IsSurname(index)
        ? traits.Word(name.Surname, index)
        : traits.Word(name.Given, index - name.Surname.Count);
}

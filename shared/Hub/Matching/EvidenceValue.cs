using System.Globalization;
using System.Text;
using Hub.Matching.Comparisons;
using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching;

/// <summary>A value as it was compared, to be read.</summary>
internal static class EvidenceValue
{
    public static string? Of(Comparing pair, Traits traits, Field field, int which, ReadOnlySpan<FieldResult> results) => field switch
    {
        Field.Surname => IsElsewhere(results) ? WholeName(pair, traits, traits.Names[which]) : NameWords(pair, traits, traits.Names[which].Surname),
        Field.Given => results[(int)Field.Given].Level == Levels.GivenElsewhere ? WholeName(pair, traits, traits.Names[which])
            : NameWords(pair, traits, traits.Names[which].Given.First(IsSplit(results) ? 1 : Traits.MaxNameWords)),
        Field.Middle => NameWords(pair, traits, traits.Names[which].Given.From(IsSplit(results) ? 1 : 0)),
        Field.NameOrder or Field.Relation => null,
        Field.Generation => NameGeneration.Text(traits.Generation),
        Field.Born or Field.BornInPart => traits.Born != 0 ? Packed.BornText(traits.Born) : string.Create(CultureInfo.InvariantCulture, $"{traits.BornBetween.First} or {traits.BornBetween.Last}"),
        Field.Sex => traits.Sex.ToString(),
        Field.Nationality => Packed.LettersText(traits.Nationality),
        Field.PncId => Text(traits, traits.Identifier(IdentifierKind.Pnc)),
        Field.CroNumber => Text(traits, traits.Identifier(IdentifierKind.Cro)),
        Field.VisorReference => Text(traits, traits.Identifier(IdentifierKind.Visor)),
        Field.Document => Text(traits, traits.Documents[which]),
        Field.Postcode => Packed.CodeText(traits.Addresses[which].Postcode),
        Field.Address => NameWords(pair, traits, traits.Addresses[which].Words),
        Field.PlaceOfBirth => NameWords(pair, traits, traits.PlaceOfBirth),
        Field.Occupation => NameWords(pair, traits, traits.Occupation),
        Field.Phone => traits.Phones[which].ToString(CultureInfo.InvariantCulture),
        Field.Email => Text(traits, traits.Emails[which]),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such comparison."),
    };

    private static string Text(Traits traits, TextRange range) => Encoding.UTF8.GetString(traits.Text(range));

    // Where the words were not compared in their places, all that they were found among is shown.
    private static bool IsElsewhere(ReadOnlySpan<FieldResult> results) =>
        results[(int)Field.Surname].Level is Levels.SurnameElsewhere or Levels.SurnamePartElsewhere;

    private static bool IsSplit(ReadOnlySpan<FieldResult> results) =>
        results[(int)Field.Middle].IsCompared && results[(int)Field.Given].Level != Levels.MiddleAsGiven && !IsElsewhere(results);

    private static string WholeName(Comparing pair, Traits traits, NameRange name) =>
        name.Given.Count == 0 ? NameWords(pair, traits, name.Surname) : $"{NameWords(pair, traits, name.Surname)}, {NameWords(pair, traits, name.Given)}";

    private static string NameWords(Comparing pair, Traits traits, WordRange range)
    {
        var text = new StringBuilder();
        for (var i = 0; i < range.Count; i++)
        {
            text.Append(i > 0 ? " " : "").Append(pair.Words[traits.Word(range, i)].Text);
        }

        return text.ToString();
    }
}

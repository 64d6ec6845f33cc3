using System.Collections.Immutable;
using Hub.Desk.Words;
using Hub.Matching;
using Hub.Matching.Searching;
using Hub.Persons;

namespace Hub.Desk.Pages.People;

/// <summary>How a search was understood, and why somebody fits it, for whoever asked.</summary>
public static class SearchWords
{
    private const int LongestOutward = 4;

    /// <summary>What can be read in one way only: <c>surname Smith</c>, <c>born 4 March 1971</c>.</summary>
    public static ImmutableArray<string> Sure(IEnumerable<Understood> understood)
    {
        var sure = understood.Where(u => !u.Maybe).ToList();
        var names = sure.Where(u => u.Field == SearchField.Name).Select(u => u.Value).ToList();
        return
        [
            .. names.Count switch { 0 => [], 1 => [$"the name {names[0]}"], _ => new[] { $"the names {string.Join(", ", names)}, in any order" } },
            .. sure.Where(u => u.Field != SearchField.Name).Select(Of),
        ];
    }

    /// <summary>What may be one thing or another, and was looked for as each.</summary>
    public static ImmutableArray<string> Tried(IEnumerable<Understood> understood) => [.. understood.Where(u => u.Maybe).Select(Of).Distinct()];

    /// <summary>Why a person fits: what agrees first, the most telling before the rest; then what does not.</summary>
    public static ImmutableArray<EvidenceLine> Why(CandidateEvidence evidence) =>
        [.. evidence.Fields.OrderByDescending(f => f.Field == "id").ThenBy(f => FieldEvidence.IsDifference(f.Level)).ThenByDescending(f => f.Bits).Select(f => new EvidenceLine(f.Words, Values(f), FieldEvidence.IsDifference(f.Level)))];

    private static string? Values(FieldEvidence field) =>
        field is { Level: not ("exact" or "same" or "agrees"), Reported: { Length: > 0 } asked, Registered: { Length: > 0 } held } && asked != held ? $"You asked for “{Value(asked)}”; the register has “{Value(held)}”." : null;

    private static string Value(string value) => value.Length == 10 && BirthDate.TryParse(value, null, out var born) ? PersonWords.Born(born) : value;

    private static string Of(Understood word) => word.Field switch
    {
        SearchField.Id => $"the record {word.Value}",
        SearchField.Surname => $"the surname {word.Value}",
        SearchField.Given => $"the given name {word.Value}",
        SearchField.Name => $"the name {word.Value}",
        SearchField.Born => $"born {(BirthDate.TryParse(word.Value, null, out var born) ? PersonWords.Born(born) : word.Value)}",
        SearchField.Age => $"aged {word.Value}",
        SearchField.PncId => $"PNC ID {word.Value}",
        SearchField.CroNumber => $"CRO number {word.Value}",
        SearchField.VisorReference => $"ViSOR reference {word.Value}",
        SearchField.Document => word.Value.Split(':') is [var state, var number] ? $"a document {number} of {PersonWords.Country(state)}" : $"a document {word.Value}",
        SearchField.Postcode => word.Value.Length <= LongestOutward ? $"a postcode that begins with {word.Value}" : $"postcode {word.Value}",
        SearchField.Phone => $"telephone {word.Value}",
        _ => $"e-mail {word.Value}",
    };
}

/// <summary>One thing that was compared.</summary>
/// <param name="Words">In a sentence.</param>
/// <param name="Values">What was asked for and what the register has, where the two differ.</param>
/// <param name="Against">It speaks against this being the person.</param>
public sealed record EvidenceLine(string Words, string? Values, bool Against);

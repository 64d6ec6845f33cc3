using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>What alerts together say of a person, as the register holds it.</summary>
internal static class ProvisionalRecord
{
    /// <summary>The register such a nominal is known from.</summary>
    public const string Register = "deported-offenders";

    /// <summary>The record with what these alerts say of the person, and nothing of what none of them says any more.</summary>
    /// <param name="kept">The record as it is; what no alert tells of (how the person is managed) stays.</param>
    /// <param name="alerts">Those that count, one or more; of two that differ the newest gives the value.</param>
    public static Nominal Of(Nominal kept, IEnumerable<DeportedOffenderAlert> alerts)
    {
        var subjects = alerts
            .OrderByDescending(a => a.AlertedAt).ThenBy(a => a.Reference, StringComparer.Ordinal)
            .Select(DeportedOffenderFeed.SubjectOf).ToList();
        return kept with
        {
            Provisional = true,
            Ended = null,
            Registers = kept.Registers.Contains(Register) ? kept.Registers : kept.Registers.Add(Register),
            Names = Names(subjects),
            Born = subjects.Select(s => s.Born).FirstOrDefault(b => b is not null),
            Sex = subjects.Select(s => s.Sex).FirstOrDefault(s => s != Sex.Unknown),
            Nationality = First(subjects, s => s.Nationality),
            PncId = First(subjects, s => s.PncId),
            CroNumber = First(subjects, s => s.CroNumber),
            VisorReference = First(subjects, s => s.VisorReference),
            PlaceOfBirth = First(subjects, s => s.PlaceOfBirth),
            Occupation = First(subjects, s => s.Occupation),
            Phones = All(subjects, s => s.Phones, p => p),
            Emails = All(subjects, s => s.Emails, e => e),
            Documents = All(subjects, s => s.Documents, d => $"{d.Type}\n{d.Number}\n{d.IssuingState}"),
            Addresses = All(subjects, s => s.Addresses, a => $"{string.Join('\n', a.Lines)}\n{a.Postcode}\n{a.Borough}"),
        };
    }

    private static ImmutableArray<PersonName> Names(IReadOnlyList<PersonDetails> subjects) =>
    [
        .. All(subjects, s => s.Names, n => $"{string.Join(' ', n.Given)}\n{n.Surname}".ToUpperInvariant())
            .Select((name, i) => i == 0 ? name with { Kind = NameKind.Primary } : name.Kind == NameKind.Primary ? name with { Kind = NameKind.Alias } : name),
    ];

    private static string? First(IEnumerable<PersonDetails> subjects, Func<PersonDetails, string?> value) =>
        subjects.Select(value).FirstOrDefault(v => v is not null);

    private static ImmutableArray<T> All<T>(IEnumerable<PersonDetails> subjects, Func<PersonDetails, ImmutableArray<T>> values, Func<T, string> same) =>
        [.. subjects.SelectMany(s => values(s)).DistinctBy(same).Take(NominalJson.MaxItems)];
}

using System.Collections.Immutable;
using System.Globalization;
using Hub.Json;
using Hub.Persons;

namespace Hub.Matching.Searching;

/// <summary>Puts what the words may say together, one question for each way to take them.</summary>
internal static class SearchReadings
{
    /// <summary>Ways to take all words together at the most; each is looked for by itself.</summary>
    private const int Most = 12;

    private const int LongestOutward = 4;

    /// <summary>Null, with an error, where no way gives a question that can be asked.</summary>
    public static SearchQuestion? Of(List<Term> terms, SearchErrors errors)
    {
        terms = [.. terms.Where(t => !t.Ways.IsEmpty)];
        if (terms.Count == 0)
        {
            errors.Add(FieldErrorCode.Required, "Has no letter or digit that can be looked for.");
            return null;
        }

        if (terms.Aggregate(1L, (ways, term) => Math.Min(ways * term.Ways.Length, int.MaxValue)) > Most)
        {
            errors.Add(FieldErrorCode.TooMany, $"Too many words may be several things. Say what they are, as in phone:… or document:…; before the colon stands one of {SearchLabels.Known}.");
            return null;
        }

        var comma = NamesBeforeComma(terms);
        List<ImmutableArray<Meaning>> ways = [[]];
        foreach (var term in terms)
        {
            ways = [.. ways.SelectMany(way => term.Ways.Select(more => way.AddRange(more)))];
        }

        var whole = ways.Where(way => Twice(way) is null).ToList();
        if (whole.Count == 0)
        {
            errors.Add(FieldErrorCode.TooMany, $"Only one {Twice(ways[0])} can be looked for at a time. Search for each by itself.");
            return null;
        }

        var readings = whole.Select(way => Reading(way, comma)).Where(r => r is not { Outward: not null, Person: var p } || !IsEmpty(p)).ToImmutableArray();
        if (readings.IsEmpty)
        {
            errors.Add(FieldErrorCode.Required, "The first part of a postcode alone fits too many people. Add a name, a date of birth or a number.");
            return null;
        }

        return new SearchQuestion { Readings = readings, Understood = [.. terms.SelectMany(Understood).Distinct()], Ids = Ids(terms) };
    }

    private static string? Twice(ImmutableArray<Meaning> way)
    {
        (SearchField Field, string Words)[] single =
        [
            (SearchField.Born, "date of birth"), (SearchField.Age, "age"), (SearchField.PncId, "PNC ID"), (SearchField.CroNumber, "CRO number"), (SearchField.VisorReference, "ViSOR reference"), (SearchField.Id, "id"),
        ];
        return single.Where(s => way.Where(m => m.Field == s.Field).Select(m => m.Value).Distinct().Skip(1).Any()).Select(s => s.Words).FirstOrDefault()
            ?? (way.Select(m => m.Field).Where(f => f is SearchField.Born or SearchField.Age).Distinct().Skip(1).Any() ? "date of birth or age" : null)
            ?? (way.Where(IsOutward).Skip(1).Any() ? "first part of a postcode" : null);
    }

    private static SearchFor Reading(ImmutableArray<Meaning> way, int comma)
    {
        var names = SearchNames.Of(Values(way, SearchField.Surname), Values(way, SearchField.Given), [.. way.Where(m => m is { Field: SearchField.Name, IsOtherName: false }).Select(m => m.Value)], [.. way.Where(m => m.IsOtherName).Select(m => m.Value)], comma);
        var person = new PersonDetails
        {
            Names = names is [{ Surname: "", Given.IsEmpty: true }] ? [] : names,
            Born = way.FirstOrDefault(m => m.Field == SearchField.Born)?.Born,
            StatedAge = Values(way, SearchField.Age).Select(age => (int?)int.Parse(age, CultureInfo.InvariantCulture)).FirstOrDefault(),
            PncId = Values(way, SearchField.PncId).FirstOrDefault(),
            CroNumber = Values(way, SearchField.CroNumber).FirstOrDefault(),
            VisorReference = Values(way, SearchField.VisorReference).FirstOrDefault(),
            Documents = [.. way.Where(m => m.Field == SearchField.Document).Select(m => new TravelDocument("P", m.Value, m.State))],
            Addresses = [.. way.Where(m => m.Field == SearchField.Postcode && !IsOutward(m)).Select(m => new Address { Postcode = m.Value })],
            Phones = Values(way, SearchField.Phone),
            Emails = Values(way, SearchField.Email),
        };
        return new SearchFor(person, way.FirstOrDefault(IsOutward)?.Value, IsEmpty(person) && way.Any(m => m.Field == SearchField.Id));
    }

    private static bool IsEmpty(PersonDetails person) =>
        person is { Names.IsEmpty: true, Born: null, StatedAge: null, PncId: null, CroNumber: null, VisorReference: null, Documents.IsEmpty: true, Addresses.IsEmpty: true, Phones.IsEmpty: true, Emails.IsEmpty: true };

    private static bool IsOutward(Meaning meaning) => meaning.Field == SearchField.Postcode && meaning.Value.Length <= LongestOutward;

    private static ImmutableArray<string> Values(ImmutableArray<Meaning> way, SearchField field) => [.. way.Where(m => m.Field == field).Select(m => m.Value)];

    // The first comma that has names on both sides: SMITH, John.
    private static int NamesBeforeComma(List<Term> terms)
    {
        var names = 0;
        foreach (var term in terms.Where(t => t.Ways is [[{ Field: SearchField.Name }]]))
        {
            names++;
            if (term.EndsPart)
            {
                return names;
            }
        }

        return 0;
    }

    private static IEnumerable<Understood> Understood(Term term) =>
        term.Ways.SelectMany(way => way).Select(m => new Understood(m.Field, m.State is null ? m.Value : $"{m.State}:{m.Value}", term.Ways.Length > 1));

    // What is said to be an id, or may well be one; a word that is all there is, whatever else it was taken for.
    private static ImmutableArray<string> Ids(List<Term> terms) =>
        [.. terms.SelectMany(t => t.Ways).SelectMany(way => way).Where(m => m.Field == SearchField.Id || terms.Count == 1).Select(m => m.Value).Distinct()];
}

using System.Collections.Immutable;
using System.Text.Json;
using Hub.DeportedOffenders.Alerts;
using Hub.Json;
using Hub.Persons;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>What each recipient sees of a case: the fields of <see cref="PoliceFields"/> and its neighbours, and no others.</summary>
internal sealed class NoticeContents(DeportedOffenderCase state, CaseFacts facts)
{
    /// <summary>Characters of convictions, and of risk information, that a notice holds; the case has all.</summary>
    private const int MaxCharacters = 12_000;

    /// <summary>Names, and documents, that a notice holds.</summary>
    private const int MaxNames = 30;

    private readonly PersonDetails subject = facts.Subject! with
    {
        Names = [.. facts.Subject.Names.Take(MaxNames)],
        Documents = [.. facts.Subject.Documents.Take(MaxNames)],
    };

    private readonly ImmutableArray<ForeignConviction> convictions = Within(facts.Convictions, c => c.Offence.Length + (c.Sentence?.Length ?? 0) + 50);

    private KnownPerson Known => new(subject.Names, subject.Born, subject.Sex, subject.Nationality);

    private int? LeftOff => facts.Convictions.Length > convictions.Length ? facts.Convictions.Length - convictions.Length : null;

    public JsonElement ForPolice(ReturnPlan? plan = null) => Json(new PoliceFields(
        subject,
        convictions,
        LeftOff,
        facts.DeportingState,
        facts.Arrival?.Flight,
        facts.Arrival?.Port,
        facts.Arrival?.Lands,
        facts.IntendedAddress,
        facts.NoFixedAbode,
        facts.Risk,
        Within(facts.RiskInformation, r => r.Length),
        state.Before,
        plan?.Officers,
        plan?.Meeting));

    public JsonElement ForBorder(ReturnPlan? plan) => Json(new BorderFields(
        Known, subject.Documents, facts.Arrival?.Flight, facts.Arrival?.Port, facts.Arrival?.Lands, plan?.Officers, plan?.Meeting));

    public JsonElement ForProbation(CountryDirectory countries) => Json(new ProbationFields(
        Known, facts.IntendedAddress, facts.NoFixedAbode, facts.Arrival?.Lands, facts.Risk, [.. convictions.Select(c => Line(c, countries))], LeftOff));

    public JsonElement ForHousing(HousingDetails asked) => Json(new HousingFields(Known, facts.Arrival?.Lands?.Day, facts.Risk, asked.Needs));

    public JsonElement ForMappa(MappaDetails referred) => Json(new MappaFields(
        referred.Category,
        referred.Level,
        Known,
        convictions,
        LeftOff,
        facts.Risk,
        Within(facts.RiskInformation, r => r.Length),
        MovesMade.Details<VisorDetails>(state, MoveName.RecordVisor)?.Reference));

    public static JsonElement Json<T>(T fields) => JsonSerializer.SerializeToElement(fields, HubJson.Options);

    /// <summary><c>Rape (France, 2011-05)</c>.</summary>
    private static string Line(ForeignConviction conviction, CountryDirectory countries)
    {
        var country = countries.TryFind(conviction.Country, out var found) ? found.Name : conviction.Country;
        return $"{conviction.Offence} ({country}{(conviction.Date is { } date ? $", {date}" : "")})";
    }

    private static ImmutableArray<T> Within<T>(ImmutableArray<T> items, Func<T, int> length)
    {
        var left = MaxCharacters;
        return [.. items.TakeWhile(item => (left -= length(item)) >= 0)];
    }
}

using Hub.Border.Hits;
using Hub.Feeds;
using Hub.Json;
using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>A decision as an officer writes it.</summary>
/// <param name="On">The kind: see <see cref="TravelDecision"/>.</param>
/// <param name="Outcome">What is decided.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Details">What the kind asks for beside that; null where nothing.</param>
public sealed record TravelDecisionBody(string On, string Outcome, string Rationale, object? Details);

/// <summary>Reads decisions about a person on a flight.</summary>
public sealed class TravelDecisionReading(AuthorityDirectory authorities, AirportDirectory airports, CountryDirectory countries, TimeProvider time)
{
    public TravelDecisionBody Read(JsonFields fields)
    {
        var on = fields.RequiredText("on", 40);
        var outcome = fields.RequiredText("outcome", 40);
        string[] outcomes = on switch
        {
            TravelDecision.Breach => [TravelDecision.IsBreach, TravelDecision.NoBreach, TravelDecision.MoreResearch],
            TravelDecision.Interception => [TravelDecision.Keep, TravelDecision.Cancel],
            TravelDecision.Return => [TravelDecision.Known, TravelDecision.Unknown],
            TravelDecision.ForeignAuthority => [TravelDecision.Tell, TravelDecision.DoNotTell],
            _ => [],
        };
        if (outcomes.Length == 0 && on.Length > 0)
        {
            fields.Refuse("on", FieldErrorCode.NotOneOf, "Expected one of: breach, interception, return, foreign-authority.");
        }
        else if (outcome.Length > 0 && outcomes.Length > 0 && !outcomes.Contains(outcome))
        {
            fields.Refuse("outcome", FieldErrorCode.NotOneOf, $"Expected one of: {string.Join(", ", outcomes)}.");
        }

        return new TravelDecisionBody(on, outcome, fields.RequiredText("rationale", 2000, multiline: true), (on, outcome) switch
        {
            (TravelDecision.Return, TravelDecision.Known) => KnownReturn(fields),
            (TravelDecision.ForeignAuthority, TravelDecision.Tell) => Authority(fields),
            _ => null,
        });
    }

    private KnownReturn? KnownReturn(JsonFields fields)
    {
        if (!fields.Has("returns"))
        {
            fields.Refuse("returns", FieldErrorCode.Required, "Say when the person lands: 2026-12-20 or 2026-12-20T06:15, on the airport's clocks.");
        }

        return ManifestMatchReading.Return(fields, new ReadingContext(time.GetUtcNow(), authorities) { Airports = airports, Countries = countries }, ReturnSource.Officer);
    }

    private ForeignAuthorityDetails? Authority(JsonFields fields)
    {
        var text = fields.RequiredText("country", 100);
        if (countries.TryFind(text, out var country) && country.Code != Airport.UnitedKingdom)
        {
            return new ForeignAuthorityDetails(country.Code, fields.OptionalText("authority", 200));
        }

        if (text.Length > 0)
        {
            fields.Refuse("country", "unknown-country", "Not the name or code of a foreign country (ISO 3166-1).");
        }

        return null;
    }
}

using System.Collections.Immutable;
using Hub.Json;
using Hub.Places;

namespace Hub.Border.Routes;

/// <summary>A supervisor's change of the monitored routes.</summary>
/// <param name="Routes">All routes that are to be monitored.</param>
/// <param name="Revision">The revision it was made from.</param>
/// <param name="Rationale">Why.</param>
public sealed record RouteChange(ImmutableArray<MonitoredRoute> Routes, int Revision, string Rationale);

/// <summary>Reads a change of the monitored routes: <c>revision</c>, <c>rationale</c>, <c>routes</c> of <c>between</c>, <c>and</c>, <c>because</c>.</summary>
public sealed class RouteReading(AirportDirectory airports, CountryDirectory countries)
{
    private const int MaxCodeLength = 64;

    public RouteChange Read(JsonFields fields)
    {
        if (!fields.Has("routes"))
        {
            fields.Refuse("routes", FieldErrorCode.Required, "Required; an empty list monitors no route at all.");
        }

        var routes = ImmutableArray.CreateBuilder<MonitoredRoute>();
        foreach (var item in fields.Objects("routes", MonitoredRoutes.MaxRoutes))
        {
            var route = new MonitoredRoute(End(item, "between"), End(item, "and"), item.RequiredText("because", 500, multiline: true));
            if (route.Between.Length > 0 && route.Between == route.And)
            {
                item.Refuse("and", "same-place", "A route has two different ends.");
            }
            else if (routes.Any(r => (r.Between == route.Between && r.And == route.And) || (r.Between == route.And && r.And == route.Between)))
            {
                item.Refuse("duplicate-route", "The list has this route already; routes are monitored in both directions.");
            }

            routes.Add(route);
        }

        return new RouteChange(routes.DrainToImmutable(), fields.Int("revision", 0, int.MaxValue) ?? Required(fields, "revision"), fields.RequiredText("rationale", 2000, multiline: true));
    }

    /// <summary>A country by code or name, as alpha-2; an airport by any of its codes, as IATA.</summary>
    private string End(JsonFields item, string name)
    {
        var text = item.RequiredText(name, MaxCodeLength);
        var isCountry = countries.TryFind(text, out var country);
        var isAirport = airports.TryFind(text, out var airport);
        switch (isCountry, isAirport)
        {
            case (true, true) when text.Length == 3:
                item.Refuse(name, "ambiguous-place", $"{text.ToUpperInvariant()} is both {country!.Name} ({country.Alpha2}) and {airport!.Name}{(airport.Icao is null ? "" : $" ({airport.Icao})")}; write the code in brackets of the one you mean.");
                return "";
            case (true, _):
                return country!.Alpha2;
            case (_, true):
                return airport!.Code;
            default:
                if (text.Length > 0)
                {
                    item.Refuse(name, "unknown-place", "Neither a country (ISO 3166-1 code or name) nor the code of an airport with scheduled flights.");
                }

                return "";
        }
    }

    private static int Required(JsonFields fields, string name)
    {
        if (!fields.Has(name))
        {
            fields.Refuse(name, FieldErrorCode.Required, "The revision the change is made from, as read.");
        }

        return 0;
    }
}

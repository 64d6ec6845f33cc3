using System.Collections.Immutable;
using Hub.Json;
using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>Reads travel notifications as a sender writes them: the shape of <see cref="TravelNotification"/>, with countries by code or name.</summary>
public static class TravelNotificationReading
{
    public const int MaxIdLength = 64;
    public const int MaxPlaceLength = 200;
    public const int MaxReasonLength = 1000;
    public const int MaxCountries = 50;

    /// <summary>The most that one person may have.</summary>
    public const int MaxNotifications = 200;

    /// <summary>The notifications in a list of an object, each id once.</summary>
    public static ImmutableArray<TravelNotification> ReadAll(JsonFields fields, string name, TravelPlaces? places = null)
    {
        var read = ImmutableArray.CreateBuilder<TravelNotification>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in fields.Objects(name, MaxNotifications))
        {
            var notification = Read(item, places ?? TravelPlaces.Default);
            if (notification.Id.Length > 0 && !ids.Add(notification.Id))
            {
                item.Refuse("id", "duplicate-id", "An earlier notification of this list has the same id.");
            }

            read.Add(notification);
        }

        return read.DrainToImmutable();
    }

    /// <summary>One notification. What is wrong is added to the fields' errors; what is returned counts only where there are none.</summary>
    /// <param name="id">Its id, where something else than the fields gives it.</param>
    public static TravelNotification Read(JsonFields fields, TravelPlaces places, string? id = null)
    {
        var notification = new TravelNotification
        {
            Id = id ?? fields.RequiredText("id", MaxIdLength),
            NotifiedAt = fields.RequiredInstant("notifiedAt"),
            Departs = RequiredDate(fields, "departs"),
            Country = CountryOf(fields, places.Countries),
            PointOfArrival = Point(fields, "pointOfArrival", places.Airports),
            OtherCountries = OtherCountries(fields, places.Countries),
            Carrier = fields.OptionalText("carrier", MaxPlaceLength),
            Returns = fields.Date("returns"),
            ReturnPoint = Point(fields, "returnPoint", places.Airports),
            ShortNoticeReason = fields.OptionalText("shortNoticeReason", MaxReasonLength, multiline: true),
            WithdrawnAt = fields.Instant("withdrawnAt"),
        };
        if (notification.Returns < notification.Departs)
        {
            fields.Refuse("returns", "returns-before-departs", "The return is before the departure.");
        }

        if (notification.WithdrawnAt < notification.NotifiedAt)
        {
            fields.Refuse("withdrawnAt", "withdrawn-before-notified", "Withdrawn before it was given.");
        }

        return notification;
    }

    private static DateOnly RequiredDate(JsonFields fields, string name)
    {
        var before = fields.Errors.Count;
        var date = fields.Date(name);
        if (date is null && fields.Exists && fields.Errors.Count == before)
        {
            fields.Refuse(name, FieldErrorCode.Required, "Required.");
        }

        return date ?? default;
    }

    private static string CountryOf(JsonFields fields, CountryDirectory countries)
    {
        var text = fields.RequiredText("country", MaxPlaceLength);
        if (text.Length == 0)
        {
            return "";
        }

        if (!countries.TryFind(text, out var country))
        {
            fields.Refuse("country", "unknown-country", "Not the name or code of a country (ISO 3166-1).");
            return "";
        }

        if (country.Code == Airport.UnitedKingdom)
        {
            fields.Refuse("country", "not-abroad", "The country travelled to is the United Kingdom itself.");
        }

        return country.Code;
    }

    private static ImmutableArray<string> OtherCountries(JsonFields fields, CountryDirectory countries)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var text in fields.Texts("otherCountries", MaxCountries, MaxPlaceLength))
        {
            if (countries.TryFind(text, out var country))
            {
                found.Add(country.Code);
            }
            else
            {
                fields.Refuse("otherCountries", "unknown-country", "One of them is not the name or code of a country (ISO 3166-1).");
            }
        }

        return found.DrainToImmutable();
    }

    private static string? Point(JsonFields fields, string name, AirportDirectory airports)
    {
        var text = fields.OptionalText(name, MaxPlaceLength);
        return airports.TryFind(text, out var airport) ? airport.Code : text;
    }
}

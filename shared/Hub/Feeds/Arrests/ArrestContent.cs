using System.Text.Json;
using Hub.Json;
using Hub.Time;

namespace Hub.Feeds.Arrests;

/// <summary>What each sort of recipient is shown of an arrest: no field more than their task needs.</summary>
internal static class ArrestContent
{
    /// <summary>For the youth offending team and the police desk: the whole notice, but not the internal ids of authorities.</summary>
    public static JsonElement Full(ArrestNotice notice) => Element(new
    {
        notice.Reference,
        notice.CustodyRecord,
        notice.Station,
        notice.ArrestedAt,
        Subject = Person(notice),
        notice.Offences,
        notice.Disposal,
        notice.RiskFlags,
        notice.AppropriateAdult,
    });

    /// <summary>For Children's Services: who, where and what puts the child at risk; not the alleged offences.</summary>
    public static JsonElement Welfare(ArrestNotice notice) => Element(new
    {
        notice.Reference,
        notice.Station,
        notice.ArrestedAt,
        Subject = Person(notice),
        notice.RiskFlags,
        notice.AppropriateAdult,
    });

    /// <summary>For the missing persons unit: who was found, and where; nothing of the arrest.</summary>
    public static JsonElement Whereabouts(ArrestNotice notice, string nominal) => Element(new
    {
        notice.CustodyRecord,
        notice.Station,
        SeenAt = notice.ArrestedAt,
        Nominal = nominal,
        Subject = new { Name = notice.Subject.Name.ToString(), notice.Subject.Born, notice.Subject.Sex },
    });

    private static object Person(ArrestNotice notice)
    {
        var person = notice.Subject;
        return new
        {
            Name = person.Name.ToString(),
            Aliases = person.Names.Length > 1 ? person.Names.Skip(1).Select(n => n.ToString()) : null,
            person.Born,
            Age = person.Born is null ? person.StatedAge : null,
            person.Sex,
            person.Ethnicity,
            person.PncId,
            Address = person.AddressOn(LondonTime.DateOf(notice.ArrestedAt)),
            NoFixedAbode = person.NoFixedAbode ? true : (bool?)null,
        };
    }

    private static JsonElement Element(object content) => JsonSerializer.SerializeToElement(content, HubJson.Options);
}

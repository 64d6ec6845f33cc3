using Hub.Nominals;
using Hub.Places;

namespace Hub.Feeds;

/// <summary>The London borough whose team manages a person on the register.</summary>
public static class ResponsibleBorough
{
    /// <summary>The one the register names, else the one they live in on a day; null where neither is known to be in London.</summary>
    /// <param name="day">The day in London that counts: when it happens.</param>
    public static Authority? Of(Nominal nominal, DateOnly day, AuthorityDirectory authorities, PostcodeBoroughs postcodes)
    {
        if (nominal.Responsible?.Borough is { } borough && authorities.TryGet(borough, out var named) && named.IsLondon)
        {
            return named;
        }

        return Residence.Of(nominal, day, authorities, postcodes).Authority is { IsLondon: true } home ? home : null;
    }
}

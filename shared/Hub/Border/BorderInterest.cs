using System.Collections.Frozen;
using Hub.Nominals;

namespace Hub.Border;

/// <summary>
/// Which nominals are the border's business. The protocol is about registered offenders (DOMAIN §1), and a missing
/// child who is about to leave the country is everybody's; a child known only to a youth offending team may fly.
/// </summary>
public static class BorderInterest
{
    /// <summary>Registers that alone give no reason to look for somebody on a flight.</summary>
    private static readonly FrozenSet<string> NotByThemselves = FrozenSet.Create("yot", "merlin");

    /// <summary>Somebody whose travel is to be watched: on any register but those above. Where no register is named, nothing says that they are not.</summary>
    public static bool IsWatched(Nominal nominal) => nominal.Registers.IsEmpty || nominal.Registers.Any(r => !NotByThemselves.Contains(r));

    /// <summary>Whether being on a flight is a hit at all.</summary>
    public static bool IsOf(Nominal nominal) => IsWatched(nominal) || nominal.Has(Marker.Missing);
}

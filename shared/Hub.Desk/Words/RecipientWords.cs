using System.Collections.Frozen;
using Hub.Notices;
using Hub.Places;

namespace Hub.Desk.Words;

/// <summary>Recipients as people call them: <c>yot:camden</c> is <c>Camden youth offending team</c>.</summary>
public sealed class RecipientWords(AuthorityDirectory authorities, PortDirectory ports)
{
    private static readonly FrozenDictionary<string, string> Teams = new Dictionary<string, string>
    {
        ["yot"] = "youth offending team",
        ["ppd"] = "public protection desk",
        ["jigsaw"] = "Jigsaw team",
        ["cait"] = "child abuse investigation team",
        ["childrens-services"] = "Children's Services",
        ["adult-services"] = "adult services",
        ["csu"] = "community safety unit",
        ["sapphire"] = "Sapphire team",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> AllLondon = new Dictionary<string, string>
    {
        [Recipient.Compass] = "Compass, the missing persons unit",
        [Recipient.Supervisors] = "Supervisors",
        [Recipient.CentralJigsaw] = "Central Jigsaw team",
        [Recipient.BorderLiaison] = "Border liaison, Heathrow",
        [Recipient.CentralCait] = "Child abuse investigation command",
        [Recipient.Probation] = "Probation",
        [Recipient.Housing] = "Housing",
        [Recipient.MappaCoordinator] = "MAPPA co-ordinator",
        ["csu"] = "Community safety units",
        ["sapphire"] = "Sapphire",
        ["adult-services"] = "Adult services",
    }.ToFrozenDictionary();

    public string Of(string recipient)
    {
        if (Recipient.PlaceOf(recipient) is not { } place)
        {
            return AllLondon.GetValueOrDefault(recipient, recipient);
        }

        var team = recipient[..recipient.IndexOf(':', StringComparison.Ordinal)];
        return team == "force"
            ? ports.TryGetForce(place, out var force) ? force.Name : place
            : $"{(authorities.TryFind(place, out var authority) ? authority.Name : place)} {Teams.GetValueOrDefault(team, team)}";
    }
}

using System.Collections.Frozen;
using Hub.Auditing;

namespace Hub.Desk.Words;

/// <summary>Who acted: <c>a.osei (YOT officer)</c>; the hub itself by that name.</summary>
public static class ActorWords
{
    private static readonly FrozenDictionary<string, string> Roles = new Dictionary<string, string>
    {
        ["yotOfficer"] = "YOT officer",
        ["ppdOfficer"] = "PPD officer",
        ["ppdSergeant"] = "PPD sergeant",
        ["jigsawOfficer"] = "Jigsaw officer",
        ["borderLiaison"] = "border liaison",
        ["supervisor"] = "supervisor",
        ["auditor"] = "auditor",
        ["system"] = "a part of the hub",
        ["cait"] = "child abuse investigation team",
        ["csu"] = "community safety unit",
        ["mappa-coordinator"] = "MAPPA co-ordinator",
    }.ToFrozenDictionary();

    public static string Of(Actor actor) => actor == Actor.Hub ? "the hub" : $"{actor.Id} ({Roles.GetValueOrDefault(actor.Role) ?? Labels.Of(actor.Role)})";
}

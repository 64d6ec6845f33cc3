using System.Collections.Immutable;
using Hub.Desk.Forms;
using Hub.Notices;
using Hub.Places;

namespace Hub.Desk.Words;

/// <summary>Teams and boroughs to choose recipients by.</summary>
public sealed class Teams(AuthorityDirectory authorities, PortDirectory ports)
{
    /// <summary>What is wrong where no team was chosen.</summary>
    public const string ChooseTeam = "Choose a team.";

    private const string AllLondon = "";

    private static readonly ImmutableArray<(Choice Choice, bool InBoroughs, bool ForAllLondon)> Known =
    [
        (new("yot", "Youth offending team"), true, false),
        (new("ppd", "Public protection desk"), true, false),
        (new("jigsaw", "Jigsaw"), true, true),
        (new("cait", "Child abuse investigation"), true, true),
        (new("childrens-services", "Children's Services"), true, false),
        (new("adult-services", "Adult services"), true, true),
        (new("csu", "Community safety unit"), true, true),
        (new("sapphire", "Sapphire"), true, true),
        (new(Recipient.Supervisors, "Supervisors"), false, true),
        (new(Recipient.BorderLiaison, "Border liaison"), false, true),
        (new(Recipient.Compass, "Compass, missing persons"), false, true),
        (new(Recipient.Probation, "Probation"), false, true),
        (new(Recipient.Housing, "Housing"), false, true),
        (new(Recipient.MappaCoordinator, "MAPPA co-ordinator"), false, true),
        (new("force", "Another police force"), false, false),
    ];

    public ImmutableArray<Choice> All { get; } = [.. Known.Select(t => t.Choice)];

    public ImmutableArray<Choice> Boroughs { get; } = [.. authorities.London.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new Choice(a.Id, a.Name))];

    public ImmutableArray<Choice> Forces { get; } = [.. ports.Forces.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new Choice(f.Id, f.Name))];

    /// <summary>The recipient a team and a place name; null with what is wrong where they name none.</summary>
    public string? RecipientOf(string team, string place, out string wrong)
    {
        wrong = "";
        if (team == "force")
        {
            wrong = "Choose the police force.";
            return ports.TryGetForce(place, out _) ? Recipient.Force(place) : null;
        }

        if (Known.FirstOrDefault(t => t.Choice.Value == team) is not { Choice: { } choice } known)
        {
            wrong = ChooseTeam;
            return null;
        }

        if (place == AllLondon)
        {
            wrong = $"Choose the borough of the {choice.Text.ToLowerInvariant()}.";
            return known.ForAllLondon ? team : null;
        }

        wrong = known.InBoroughs ? "Choose a borough from the list." : $"There is one for all London: choose \"All London\".";
        return known.InBoroughs && authorities.TryGet(place, out _) ? $"{team}:{place}" : null;
    }

    /// <summary>Whether there is a recipient of this name.</summary>
    public bool Has(string recipient) => RecipientOf(Recipient.TeamOf(recipient), Recipient.PlaceOf(recipient) ?? AllLondon, out _) == recipient;
}

namespace Hub.Notices;

/// <summary>Whose deadlines are wanted.</summary>
/// <param name="Team">Only of this team, wherever it is: see <see cref="Recipient.TeamOf"/>; null for all.</param>
/// <param name="Place">Only of recipients of this place: see <see cref="Recipient.PlaceOf"/>; null for all.</param>
public sealed record DeadlineQuery(string? Team = null, string? Place = null)
{
    public bool Takes(string recipient) =>
        (Team is null || Recipient.TeamOf(recipient) == Team) && (Place is null || Recipient.PlaceOf(recipient) == Place);
}

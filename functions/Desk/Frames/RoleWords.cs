using Hub.Desk.Words;
using Hub.Identity;

namespace Hub.Functions.Desk.Frames;

/// <summary>A caller's post in words: <c>PPD sergeant, Camden public protection desk</c>.</summary>
public sealed class RoleWords(RecipientWords recipients)
{
    public string Of(Caller caller) => caller.OwnRecipient is { } own && caller.Role != Role.Supervisor ? $"{Post(caller.Role)}{recipients.Of(own)}" : caller.Role switch
    {
        Role.Supervisor => "Supervisor, all London",
        Role.Auditor => "Auditor",
        _ => RoleNames.Of(caller.Role),
    };

    private static string Post(Role role) => role switch
    {
        Role.PpdOfficer => "Officer, ",
        Role.PpdSergeant => "Sergeant, ",
        _ => "",
    };
}

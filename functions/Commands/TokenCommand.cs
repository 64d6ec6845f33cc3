using System.CommandLine;
using Hub.Embedded.Identity;
using Hub.Identity;
using Hub.Places;

namespace Hub.Functions.Commands;

/// <summary><c>token</c>: a token of this data folder's issuer, for trying things and for systems without Entra ID.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var role = new Option<string?>("--role") { Description = $"One of: {string.Join(", ", RoleNames.All)}.", HelpName = "ROLE" };
        var borough = new Option<string?>("--borough") { Description = "The authority the role belongs to, such as Camden; for the agency force, the police force, such as sussex.", HelpName = "B" };
        var agency = new Option<string?>("--agency") { Description = $"For the role agency, one of: {string.Join(", ", Agencies.All)}.", HelpName = "A" };
        var feed = new Option<string?>("--feed") { Description = "For the role feed: the one feed it may post, such as arrests or register.", HelpName = "F" };
        var name = new Option<string?>("--name") { Description = "Who it is for, as the audit trail will show. Default: the role.", HelpName = "NAME" };
        var hours = new Option<double>("--hours") { Description = "How long it is valid, at most 12.", HelpName = "H", DefaultValueFactory = _ => 8 };
        var printKey = new Option<bool>("--print-key") { Description = "Print the public key of the issuer instead, as a JSON Web Key: the setting Identity__SigningKey of a hub on emulators, which then takes this issuer's tokens." };
        var command = new Command("token", "Print a bearer token signed by the hub's own issuer.\n\nExamples:\n  token --role yotOfficer --borough Camden\n  token --role feed --feed arrests\n  token --role agency --agency compass\n  token --print-key") { data, role, borough, agency, feed, name, hours, printKey };
        command.Validators.Add(result =>
        {
            if (result.GetValue(role) is null && !result.GetValue(printKey))
            {
                result.AddError("--role is needed.");
            }
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(printKey))
            {
                using var own = EmbeddedIssuer.Open(parsed.GetValue(data)!);
                parsed.InvocationConfiguration.Output.WriteLine(own.PublicKey());
                return 0;
            }

            var wanted = new TokenWish(parsed.GetValue(role)!, parsed.GetValue(borough), parsed.GetValue(agency), parsed.GetValue(feed), parsed.GetValue(name), TimeSpan.FromHours(parsed.GetValue(hours)));
            if (wanted.Problem() is { } problem)
            {
                parsed.InvocationConfiguration.Error.WriteLine(problem);
                return 2;
            }

            using var issuer = EmbeddedIssuer.Open(parsed.GetValue(data)!);
            parsed.InvocationConfiguration.Output.WriteLine(wanted.Issue(issuer));
            return 0;
        });
        return command;
    }
}

/// <summary>A token as asked for on the command line.</summary>
internal sealed record TokenWish(string Role, string? Borough = null, string? Agency = null, string? Feed = null, string? Name = null, TimeSpan? Lifetime = null)
{
    private bool IsForce => Role == RoleNames.Of(Hub.Identity.Role.Agency) && Agency == Agencies.Force;

    /// <summary>Why no token can be made of this; null when one can.</summary>
    public string? Problem()
    {
        if (!RoleNames.TryParse(Role, out var role))
        {
            return $"There is no role '{Role}'. Roles: {string.Join(", ", RoleNames.All)}.";
        }

        if (IsForce && !PortDirectory.Default.TryGetForce(Borough, out _))
        {
            return $"The agency {Agencies.Force} needs --borough with the id of a police force, one of: {string.Join(", ", PortDirectory.Default.Forces.Select(f => f.Id).Order(StringComparer.Ordinal))}.";
        }

        if (!IsForce && Borough is not null && !AuthorityDirectory.Default.TryFind(Borough, out _))
        {
            return $"There is no authority '{Borough}' in the directory.";
        }

        return role switch
        {
            Hub.Identity.Role.YotOfficer or Hub.Identity.Role.PpdOfficer or Hub.Identity.Role.PpdSergeant when Borough is null => $"The role {Role} needs --borough.",
            Hub.Identity.Role.Agency when !Agencies.All.Contains(Agency) => $"The role agency needs --agency, one of: {string.Join(", ", Agencies.All)}.",
            Hub.Identity.Role.Feed when Feed is null => "The role feed needs --feed, such as arrests or register.",
            _ when Lifetime is { } lifetime && (lifetime <= TimeSpan.Zero || lifetime > EmbeddedIssuer.MaxLifetime) => $"--hours is above 0 and at most {EmbeddedIssuer.MaxLifetime.TotalHours:0}.",
            _ => null,
        };
    }

    public string Issue(EmbeddedIssuer issuer)
    {
        var claims = new Dictionary<string, object> { ["sub"] = Name ?? Role, ["roles"] = new[] { Role } };
        if (IsForce)
        {
            claims["borough"] = Borough!;
        }
        else if (AuthorityDirectory.Default.TryFind(Borough, out var authority))
        {
            claims["borough"] = authority.Id;
        }

        if (Agency is not null)
        {
            claims["agency"] = Agency;
        }

        if (Feed is not null)
        {
            claims["feed"] = Feed;
        }

        return issuer.Issue(claims, TimeProvider.System.GetUtcNow(), Lifetime ?? TimeSpan.FromHours(8));
    }
}

using Hub.Embedded.Identity;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Places;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Tests.Identity;

/// <summary>Whose tokens the hub takes, by its settings.</summary>
public sealed class IdentitySettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-identity-").FullName;
    private readonly EmbeddedIssuer issuer;

    public IdentitySettingsTests() => issuer = EmbeddedIssuer.Open(folder);

    public void Dispose()
    {
        issuer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_hub_on_emulators_takes_the_tokens_of_the_command_by_the_key_it_prints()
    {
        var (caller, refusal) = await ValidateAsync(("Issuer", EmbeddedIssuer.Issuer), ("Audience", EmbeddedIssuer.Audience), ("SigningKey", issuer.PublicKey()));
        Assert.Null(refusal);
        Assert.Equal(Role.Supervisor, caller!.Role);
    }

    [Fact]
    public void The_key_that_is_printed_holds_nothing_secret() => Assert.DoesNotContain("\"d\"", issuer.PublicKey(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Identity__Issuer")]
    [InlineData("Identity__MetadataAddress", "Issuer", EmbeddedIssuer.Issuer, "Audience", EmbeddedIssuer.Audience)]
    [InlineData("Identity__Issuer", "Issuer", EmbeddedIssuer.Issuer, "SigningKey", "{}")]
    [InlineData("Identity__SigningKey", "Issuer", EmbeddedIssuer.Issuer, "Audience", EmbeddedIssuer.Audience, "SigningKey", "nonsense")]
    [InlineData("Identity__SigningKey", "Issuer", EmbeddedIssuer.Issuer, "Audience", EmbeddedIssuer.Audience, "SigningKey", """{"kty":"oct","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"}""")]
    [InlineData("Identity__MetadataAddress", "Issuer", EmbeddedIssuer.Issuer, "Audience", EmbeddedIssuer.Audience, "MetadataAddress", "nowhere")]
    public async Task Settings_that_are_missing_or_wrong_let_nobody_in_and_say_which(string setting, params string[] given)
    {
        var refused = await Assert.ThrowsAsync<IssuerUnavailableException>(() => ValidateAsync([.. given.Chunk(2).Select(p => (p[0], p[1]))]));
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_of_one_process_takes_its_own_tokens_unless_settings_name_an_issuer()
    {
        var options = new EmbeddedHubOptions(folder, 0, TimeProvider.System, _ => { });
        var settings = Configuration(("Identity:Issuer", "https://issuer.example"), ("Identity:ClientId", "pages"), ("Desk:Address", "https://hub.example"));

        Assert.Null(ServeCommand.Configured(options, Configuration()).Identity);
        var configured = ServeCommand.Configured(options, settings);
        Assert.Equal(("https://issuer.example", "pages", new Uri("https://hub.example"), false), (configured.Identity!.Issuer, configured.Identity.ClientId, configured.Desk.Address, configured.Desk.SecureCookies));
        Assert.Empty(configured.Desk.People);
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();

    private async Task<(Caller? Caller, string? Refusal)> ValidateAsync(params (string Name, string Value)[] settings)
    {
        var configuration = Configuration([.. settings.Select(s => ($"Identity:{s.Name}", s.Value))]);
        var tokens = IdentitySettings.From(configuration).ToTokens(_ => throw new InvalidOperationException("No metadata is asked for here."));
        return await new TokenValidator(tokens, AuthorityDirectory.Default, PortDirectory.Default).ValidateAsync(new TokenWish("supervisor").Issue(issuer), CancellationToken.None);
    }
}

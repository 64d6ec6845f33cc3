using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Identity;

/// <summary>Whose tokens the hub takes, as its settings say: section <c>Identity</c>.</summary>
public sealed record IdentitySettings
{
    /// <summary>The <c>iss</c> of tokens: <c>Identity__Issuer</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>The <c>aud</c> of tokens: <c>Identity__Audience</c>.</summary>
    public string? Audience { get; init; }

    /// <summary>
    /// The application people sign in to with their work account, which is the <c>aud</c> of what the issuer then says of
    /// them: <c>Identity__ClientId</c>. Not given: <see cref="Audience"/>, as of one registration for pages and API.
    /// </summary>
    public string? ClientId { get; init; }

    /// <summary>Where the issuer publishes its OpenID Connect metadata: <c>Identity__MetadataAddress</c>.</summary>
    public Uri? MetadataAddress { get; init; }

    /// <summary>In its place, for emulators: the public key tokens are signed with, a JSON Web Key, as the command <c>token --print-key</c> prints it: <c>Identity__SigningKey</c>.</summary>
    public string? SigningKey { get; init; }

    public static IdentitySettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Identity");
        return new IdentitySettings
        {
            Issuer = Given(section["Issuer"]),
            Audience = Given(section["Audience"]),
            ClientId = Given(section["ClientId"]),
            MetadataAddress = Uri.TryCreate(section["MetadataAddress"], UriKind.Absolute, out var address) ? address : null,
            SigningKey = Given(section["SigningKey"]),
        };

        static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>What tokens are checked by. Reads nothing yet. Settings that are missing let nobody in, and every caller is told so.</summary>
    public TokenSettings ToTokens(Func<Uri, PublishedKeys> published)
    {
        var keys = this is { Issuer: not null, Audience: not null, MetadataAddress: { } address } ? published(address) : null;
        return new TokenSettings
        {
            Issuer = Issuer ?? "",
            Audience = Audience ?? "",
            SigningKeys = this switch
            {
                { Issuer: null } or { Audience: null } => Missing("Identity__Issuer and Identity__Audience"),
                _ when keys is not null => keys.ReadAsync,
                { SigningKey: { } key } => Fixed(key),
                _ => Missing("Identity__MetadataAddress"),
            },
            WorkAccounts = keys is null ? null : new WorkAccountSettings(ClientId ?? Audience!, keys.ReadPagesAsync),
        };
    }

    /// <summary>As the other, with keys read by an app's services.</summary>
    public TokenSettings ToTokens(IServiceProvider services) => ToTokens(address => ActivatorUtilities.CreateInstance<PublishedKeys>(services, address));

    private static SigningKeysReading Missing(string settings) =>
        (_, _) => throw new IssuerUnavailableException($"The hub's settings do not say whose tokens it takes. Whoever runs it must set {settings}.");

    private static SigningKeysReading Fixed(string json)
    {
        SecurityKey[]? keys = null;
        return (_, _) => ValueTask.FromResult<IReadOnlyCollection<SecurityKey>>(keys ??= [Read(json)]);
    }

    private static JsonWebKey Read(string json)
    {
        try
        {
            return new JsonWebKey(json) is { HasPrivateKey: false, Kty: JsonWebAlgorithmsKeyTypes.RSA } key ? key : throw new ArgumentException("Not a public RSA key.");
        }
        catch (ArgumentException e)
        {
            throw new IssuerUnavailableException("The hub's setting Identity__SigningKey is not the public part of an RSA key as a JSON Web Key. Whoever runs it must set it again.", e);
        }
    }
}

/// <summary>Puts identity into an app's services.</summary>
public static class IdentityServices
{
    /// <summary>Takes the tokens that the settings name.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => IdentitySettings.From(configuration).ToTokens(provider));
}

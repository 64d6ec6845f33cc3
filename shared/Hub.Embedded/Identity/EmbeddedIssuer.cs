using System.Security.Cryptography;
using System.Text.Json;
using Hub.Embedded.Files;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Embedded.Identity;

/// <summary>
/// Issues the tokens of a hub on the embedded host, signed with a key of its own in the data folder. In Azure, Entra
/// ID stands in its place; the claims are the same.
/// </summary>
public sealed class EmbeddedIssuer : IDisposable
{
    public const string Issuer = "urn:public-protection-hub:embedded";
    public const string Audience = "urn:public-protection-hub";

    /// <summary>The longest a token may be valid: a shift and a half.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(12);

    private const int KeyBits = 2048;
    private readonly RSA key;

    private EmbeddedIssuer(RSA key)
    {
        this.key = key;
        SigningKey = new RsaSecurityKey(key)
        {
            KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16],

            // The library's shared cache would go on handing out this key after it is disposed of.
            CryptoProviderFactory = new CryptoProviderFactory(),
        };
    }

    /// <summary>What tokens are checked with.</summary>
    public SecurityKey SigningKey { get; }

    /// <summary>The public part of the key as a JSON Web Key: what another hub needs to take this issuer's tokens.</summary>
    public string PublicKey()
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = SigningKey.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parts.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parts.Exponent),
        });
    }

    /// <summary>Opens the issuer of a data folder, making its key the first time. Only the owner may read the key.</summary>
    public static EmbeddedIssuer Open(string dataDirectory)
    {
        DataDirectory.Prepare(dataDirectory);
        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "keys")).FullName;
        var path = Path.Combine(folder, "issuer.pem");
        if (!File.Exists(path))
        {
            Make(path);
        }

        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new EmbeddedIssuer(key);
    }

    /// <summary>A signed token.</summary>
    /// <param name="claims">Claims besides issuer, audience and times: <c>sub</c>, <c>roles</c>, <c>borough</c>, <c>agency</c>, <c>feed</c>.</param>
    /// <param name="now">The real time, not the hub's where it replays an older day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not above zero, or above <see cref="MaxLifetime"/>.</exception>
    public string Issue(IReadOnlyDictionary<string, object> claims, DateTimeOffset now, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, MaxLifetime);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(claims),
            SigningCredentials = new SigningCredentials(SigningKey, SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose() => key.Dispose();

    // Two processes may start at once: each writes its own file, one of them gets the name, both read what stands there.
    private static void Make(string path)
    {
        using var made = RSA.Create(KeyBits);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Identity;

/// <summary>
/// The keys an issuer such as Entra ID publishes in its OpenID Connect metadata, and where its pages are. Read when first asked for, kept for
/// <see cref="Fresh"/>, and read again at once for a token of a key not known (the issuer rolled it), though not more
/// often than every <see cref="UnknownKeyPause"/>. While the issuer does not answer, what was read serves on for
/// <see cref="Longest"/>.
/// </summary>
public sealed class PublishedKeys : IDisposable
{
    /// <summary>How long keys are taken as they are.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>How old keys may be that are still used because the issuer does not answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Anybody can send tokens of keys that do not exist; the issuer is not asked for each.</summary>
    public static readonly TimeSpan UnknownKeyPause = TimeSpan.FromMinutes(1);

    /// <summary>How long an issuer that failed is left alone.</summary>
    public static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(5);

    /// <summary>How long the issuer may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MostBytes = 1_000_000;
    private readonly HttpClient http = new() { MaxResponseContentBufferSize = MostBytes };
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Uri metadata;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private volatile Held? held;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;

    public PublishedKeys(Uri metadata, TimeProvider time, ILogger<PublishedKeys> log)
    {
        this.metadata = metadata;
        this.time = time;
        this.log = log;
    }

    /// <summary>The issuer's keys now.</summary>
    /// <exception cref="IssuerUnavailableException">The issuer does not answer, and nothing it said is new enough.</exception>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> ReadAsync(string? keyId, CancellationToken cancellationToken) =>
        await FindAsync(keyId, cancellationToken) is { } found
            ? found.Keys
            : throw new IssuerUnavailableException("The issuer of your token does not answer, so the token cannot be checked. Try again in a moment.");

    /// <summary>Where the issuer's pages are now.</summary>
    /// <exception cref="IssuerUnavailableException">The issuer does not answer, or names no page to sign in on.</exception>
    public async ValueTask<IssuerPages> ReadPagesAsync(CancellationToken cancellationToken) =>
        await FindAsync(null, cancellationToken) is { } found
            ? found.Pages ?? throw new IssuerUnavailableException("The issuer named in the hub's settings has no page to sign in on. Tell whoever runs the hub.")
            : throw new IssuerUnavailableException("The page to sign in on with your work account cannot be reached. Try again in a moment.");

    public void Dispose()
    {
        http.Dispose();
        turn.Dispose();
    }

    private async ValueTask<Held?> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (held is { } known && Serves(known, keyId))
        {
            return known;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            // Whoever had the turn before may have read them.
            if (held is not { } now || !Serves(now, keyId))
            {
                await RefreshAsync(cancellationToken);
            }

            return held is { } read && time.GetUtcNow() - read.At < Longest ? read : null;
        }
        finally
        {
            turn.Release();
        }
    }

    private bool Serves(Held keys, string? keyId) => time.GetUtcNow() - keys.At is var age && age < Fresh
        && (age < UnknownKeyPause || keyId is null || keys.Keys.Any(k => k.KeyId == keyId));

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - failedAt < FailurePause)
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback };
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, either.Token).WaitAsync(either.Token);
            held = read.SigningKeys is { Count: > 0 } keys
                ? new Held([.. keys], PagesOf(read), time.GetUtcNow())
                : throw new InvalidOperationException("The metadata names no keys.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it was: nobody is let in or refused by it.
            failedAt = time.GetUtcNow();
            log.LogError(e, "The issuer's keys could not be read from {Metadata}", metadata);
        }
    }

    private IssuerPages? PagesOf(OpenIdConnectConfiguration read) =>
        PageOf(read.AuthorizationEndpoint) is { } signIn ? new IssuerPages(signIn, PageOf(read.EndSessionEndpoint)) : null;

    // Over TLS, but for an issuer on this machine.
    private Uri? PageOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || (metadata.IsLoopback && page is { IsLoopback: true, Scheme: "http" })) ? page : null;

    private sealed record Held(IReadOnlyCollection<SecurityKey> Keys, IssuerPages? Pages, DateTimeOffset At);
}

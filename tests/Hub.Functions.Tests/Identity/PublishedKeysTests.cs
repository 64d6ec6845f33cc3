using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Places;
using Hub.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Functions.Tests.Identity;

/// <summary>Tokens of an issuer that publishes its keys, over real HTTP.</summary>
public sealed class PublishedKeysTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private MetadataServer issuer = null!;
    private PublishedKeys keys = null!;
    private TokenValidator validator = null!;

    public async Task InitializeAsync()
    {
        issuer = await MetadataServer.StartAsync();
        keys = new PublishedKeys(issuer.Address, time, NullLogger<PublishedKeys>.Instance);
        var settings = new IdentitySettings { Issuer = MetadataServer.Issuer, Audience = MetadataServer.Audience, MetadataAddress = issuer.Address };
        validator = new TokenValidator(settings.ToTokens(_ => keys), AuthorityDirectory.Default, PortDirectory.Default);
    }

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task A_token_of_the_issuer_is_taken_with_its_role_and_the_keys_are_read_once()
    {
        var claims = new Dictionary<string, object> { ["sub"] = "y-1", ["roles"] = new[] { "yotOfficer" }, ["borough"] = "LB Camden" };
        var (caller, refusal) = await validator.ValidateAsync(issuer.Token(claims), None);
        Assert.Null(refusal);
        Assert.Equal((Role.YotOfficer, "camden", "y-1"), (caller!.Role, caller.Borough, caller.Id));

        time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
        Assert.Equal(1, issuer.Reads);
    }

    [Fact]
    public async Task Nothing_is_read_before_the_first_token()
    {
        Assert.Equal(0, issuer.Reads);
        await keys.ReadAsync(null, None);
        Assert.Equal(1, issuer.Reads);
    }

    [Fact]
    public async Task A_key_that_was_rolled_is_found_at_once()
    {
        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
        var old = issuer.Token();
        issuer.Roll("second");
        time.Advance(PublishedKeys.UnknownKeyPause);

        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
        Assert.Null((await validator.ValidateAsync(old, None)).Caller);
    }

    [Fact]
    public async Task Keys_that_are_taken_back_are_no_longer_taken_once_the_keys_are_read_again()
    {
        var old = issuer.Token();
        Assert.NotNull((await validator.ValidateAsync(old, None)).Caller);
        issuer.Roll("second");
        time.Advance(PublishedKeys.Fresh);
        Assert.Contains("signature", (await validator.ValidateAsync(old, None)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_keys_that_do_not_exist_do_not_make_the_hub_ask_for_each()
    {
        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
        await using var other = await MetadataServer.StartAsync();
        time.Advance(PublishedKeys.UnknownKeyPause);
        for (var i = 0; i < 20; i++)
        {
            other.Roll($"made-up-{i}");
            Assert.Contains("signature", (await validator.ValidateAsync(other.Token(), None)).Refusal, StringComparison.Ordinal);
        }

        Assert.Equal(2, issuer.Reads);
    }

    [Fact]
    public async Task Many_first_tokens_at_once_read_the_keys_once()
    {
        var token = issuer.Token();
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => validator.ValidateAsync(token, None)));
        Assert.All(all, a => Assert.NotNull(a.Caller));
        Assert.Equal(1, issuer.Reads);
    }

    [Theory]
    [InlineData("https://elsewhere.example/v2.0", MetadataServer.Audience, "issuer")]
    [InlineData(MetadataServer.Issuer, "api://another", "audience")]
    public async Task A_token_from_elsewhere_or_for_elsewhere_is_refused(string from, string to, string why) =>
        Assert.Contains(why, (await validator.ValidateAsync(issuer.Token(issuer: from, audience: to), None)).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task An_issuer_that_fails_refuses_nobody_and_lets_nobody_in()
    {
        issuer.Fails = true;
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => validator.ValidateAsync(issuer.Token(), None));

        issuer.Fails = false;
        time.Advance(PublishedKeys.FailurePause);
        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
    }

    [Fact]
    public async Task An_issuer_that_falls_silent_is_not_waited_for_long()
    {
        issuer.Silent = true;
        var waiting = validator.ValidateAsync(issuer.Token(), None);
        await issuer.Asked;
        time.Advance(PublishedKeys.Patience);
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => waiting);

        // Whoever comes next is not kept waiting as well.
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => validator.ValidateAsync(issuer.Token(), None));
    }

    [Fact]
    public async Task While_the_issuer_is_away_its_last_keys_serve_for_a_day_and_no_longer()
    {
        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
        issuer.Fails = true;
        time.Advance(PublishedKeys.Fresh);
        Assert.NotNull((await validator.ValidateAsync(issuer.Token(), None)).Caller);
        time.Advance(PublishedKeys.Longest - PublishedKeys.Fresh);
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => validator.ValidateAsync(issuer.Token(), None));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.")]
    public async Task What_is_no_token_is_refused(string text) => Assert.Null((await validator.ValidateAsync(text, None)).Caller);
}

using System.Net;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Tests.Identity;

namespace Hub.Functions.Tests.Desk;

/// <summary>Signing in on the issuer's page, over real HTTP: what is asked, what is taken, and what is not.</summary>
public sealed class WorkAccountTests : IAsyncLifetime
{
    private IssuerRound round = null!;

    public async Task InitializeAsync() => round = await IssuerRound.StartAsync();

    public async Task DisposeAsync() => await round.DisposeAsync();

    [Fact]
    public async Task Somebody_signs_in_with_their_work_account_and_comes_to_the_page_they_wanted()
    {
        using var page = await round.GetAsync("/sign-in?to=%2Fstatus");
        Assert.Contains("href=\"/sign-in/issuer?to=%2Fstatus\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var back = await round.RoundAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "/status"), (back.StatusCode, back.Headers.Location?.ToString()));
        using var status = await round.GetAsync("/status");
        Assert.Contains("Amara Osei , Camden youth offending team", await round.TextAsync(status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_issuer_is_asked_for_an_id_token_as_a_form_and_nothing_else()
    {
        var (page, asked) = await round.LeaveAsync();

        Assert.Equal(new Uri(round.Issuer.Address, "/authorize"), new Uri(page.GetLeftPart(UriPartial.Path)));
        Assert.Equal(["client_id", "nonce", "prompt", "redirect_uri", "response_mode", "response_type", "scope", "state"], asked.Keys.Order());
        Assert.Equal(
            (MetadataServer.Audience, "id_token", "form_post", "openid profile", new Uri(round.Hub.Anonymous.BaseAddress!, "/sign-in/callback").ToString()),
            (asked["client_id"], asked["response_type"], asked["response_mode"], asked["scope"], asked["redirect_uri"]));
        Assert.True(asked["state"].Length >= 43 && asked["nonce"].Length >= 43 && asked["state"] != asked["nonce"]);
        var kept = Assert.Single(round.SetCookies).ToLowerInvariant();
        Assert.All(["; secure", "; samesite=none", "; httponly", "; max-age=600", "; path=/"], part => Assert.Contains(part, kept, StringComparison.Ordinal));
        Assert.DoesNotContain(asked["nonce"].ToLowerInvariant(), kept, StringComparison.Ordinal);
        Assert.NotEqual(asked["state"], (await round.LeaveAsync()).Asked["state"]);
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var (_, asked) = await round.LeaveAsync();
        (string, string)[] answer = [("state", asked["state"]), ("id_token", round.Issuer.IdToken(asked["nonce"]))];
        using (var first = await round.ReturnAsync(answer))
        {
            Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        }

        round.Cookies.Remove("desk");
        using var again = await round.ReturnAsync(answer);

        await RefusedAsync(again, "This sign-in was used before");
    }

    [Fact]
    public async Task An_answer_to_another_browser_is_not_taken_and_spoils_nothing()
    {
        var (_, asked) = await round.LeaveAsync();

        using (var other = await round.ReturnAsync(("state", "made-up"), ("id_token", round.Issuer.IdToken(asked["nonce"]))))
        {
            await RefusedAsync(other, "was begun in another tab");
        }

        using (var none = await round.ReturnAsync(("id_token", round.Issuer.IdToken(asked["nonce"]))))
        {
            await RefusedAsync(none, "was begun in another tab");
        }

        using var own = await round.ReturnAsync(("state", asked["state"]), ("id_token", round.Issuer.IdToken(asked["nonce"])));
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_form_that_another_site_sends_to_a_browser_that_asked_nothing()
    {
        using var answer = await round.ReturnAsync(("state", "x"), ("id_token", round.Issuer.IdToken("x")));

        await RefusedAsync(answer, "sign in again");
    }

    [Fact]
    public async Task An_answer_that_took_longer_than_ten_minutes_is_not_taken()
    {
        var (_, asked) = await round.LeaveAsync();
        round.Clock.Advance(IssuerQuestion.Longest);

        using var late = await round.ReturnAsync(("state", asked["state"]), ("id_token", round.Issuer.IdToken(asked["nonce"])));

        await RefusedAsync(late, "took longer than ten minutes");
    }

    public static TheoryData<string, Func<MetadataServer, string, string>> NotCounted() => new()
    {
        { "an older answer", (issuer, _) => issuer.IdToken("another") },
        { "a token for the API, which answers no question", (issuer, _) => issuer.Token(new(issuer.Somebody)) },
        { "another audience", (issuer, nonce) => issuer.Token(new(issuer.Somebody) { ["nonce"] = nonce }, audience: "api://another") },
        { "another issuer", (issuer, nonce) => issuer.Token(new(issuer.Somebody) { ["nonce"] = nonce }, issuer: "https://elsewhere.example/v2.0") },
        { "expired", (issuer, nonce) => issuer.Token(new(issuer.Somebody) { ["nonce"] = nonce }, expires: TimeProvider.System.GetUtcNow().AddMinutes(-2)) },
        { "no signature", (issuer, nonce) => $"{issuer.IdToken(nonce)[..issuer.IdToken(nonce).LastIndexOf('.')]}." },
        { "nothing", (_, _) => "" },
        { "nonsense", (_, _) => "nonsense" },
    };

    [Theory]
    [MemberData(nameof(NotCounted))]
    public async Task What_is_not_the_issuers_answer_to_this_question_signs_nobody_in(string what, Func<MetadataServer, string, string> make)
    {
        using var answer = await round.RoundAsync(asked => make(round.Issuer, asked["nonce"]));

        Assert.True(HttpStatusCode.BadRequest == answer.StatusCode, what);
        await RefusedAsync(answer, "could not make sure that it was you");
    }

    public static TheoryData<string[]?, string> Roles() => new()
    {
        { null, "it has no role in the hub. Ask your supervisor" },
        { [], "it has no role in the hub. Ask your supervisor" },
        { ["supervisor", "auditor"], "more than one role" },
        { ["feed.arrests"], "a system's" },
        { ["king"], "cannot be used here. Tell whoever runs the hub" },
        { ["yotOfficer.atlantis"], "not in the directory" },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Somebody_without_a_role_that_can_be_used_is_told_whom_to_ask(string[]? roles, string words)
    {
        round.Issuer.Somebody = new() { ["sub"] = "y-2", ["name"] = "Jo" };
        if (roles is not null)
        {
            round.Issuer.Somebody["roles"] = roles;
        }

        using var answer = await round.RoundAsync();

        await RefusedAsync(answer, words);
    }

    [Theory]
    [InlineData("access_denied", "AADSTS50105: The signed in user is not assigned to a role for the application.", "it has no role in the hub")]
    [InlineData("access_denied", "", "You did not finish signing in")]
    [InlineData("unsupported_response_type", "AADSTS700054: response_type 'id_token' is not enabled for the application.", "not set up for signing in with a work account. Tell whoever runs it. It says: AADSTS700054")]
    [InlineData("odd", "<script>alert(1)</script>\r\nTrace: 1", "did not sign you in. It says: <script>alert(1)</script>")]
    public async Task An_error_of_the_issuer_is_told_in_plain_words(string error, string description, string words)
    {
        var (_, asked) = await round.LeaveAsync();

        using var answer = await round.ReturnAsync(("state", asked["state"]), ("error", error), ("error_description", description));

        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await RefusedAsync(answer, words);
    }

    [Fact]
    public async Task What_another_site_says_in_the_issuers_name_is_not_shown()
    {
        using var answer = await round.ReturnAsync(("state", "x"), ("error", "odd"), ("error_description", "Call this number"));

        Assert.DoesNotContain("Call this number", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("evil")]
    [InlineData("/sign-in/callback\r\nLocation: //evil.example")]
    public async Task Nobody_is_led_to_another_site(string to)
    {
        using var answer = await round.RoundAsync(to: to);

        Assert.Equal("/desk", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_address_that_no_cookie_holds_keeps_nobody_out()
    {
        using var answer = await round.RoundAsync(to: $"/status?q={new string('ß', 1_000)}");

        Assert.Equal("/desk", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Where_the_issuer_does_not_answer_nobody_is_let_in_or_refused()
    {
        round.Issuer.Fails = true;

        using var answer = await round.GetAsync("/sign-in/issuer");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("cannot be reached. Try again in a moment.", await round.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_opens_the_api_opens_no_page_where_people_have_an_account()
    {
        using var page = await round.GetAsync("/sign-in");
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("name=\"token\"", html, StringComparison.Ordinal);
        Assert.Contains("Sign in with your work account", html, StringComparison.Ordinal);

        (await round.RoundAsync()).Dispose();
        using var answer = await PostAsync("/sign-in", ("token", round.Issuer.Token()));
        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
        using var status = await round.GetAsync("/status");
        Assert.Contains("Amara Osei", await round.TextAsync(status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_says_that_the_work_account_stays_signed_in()
    {
        (await round.RoundAsync()).Dispose();
        using (var gone = await PostAsync("/sign-out"))
        {
            Assert.Equal("/signed-out", gone.Headers.Location!.ToString());
        }

        Assert.DoesNotContain("desk", round.Cookies.Keys);
        using var page = await round.GetAsync("/signed-out");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("Your work account is still signed in on this computer.", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{new Uri(round.Issuer.Address, "/logout")}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_by_work_account_ends_after_half_a_shift()
    {
        (await round.RoundAsync()).Dispose();
        round.Clock.Advance(DeskSession.LongestByWorkAccount - TimeSpan.FromSeconds(1));
        using (var before = await round.GetAsync("/status"))
        {
            Assert.Contains("Amara Osei", await round.TextAsync(before), StringComparison.Ordinal);
        }

        round.Clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await round.GetAsync("/status");
        Assert.DoesNotContain("Amara Osei", await round.TextAsync(after), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var status = await round.GetAsync("/status");
        var token = WebUtility.HtmlDecode((await status.Content.ReadAsStringAsync()).Split("name=\"form-token\" value=\"")[1].Split('"')[0]);
        return await round.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("form-token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]) });
    }

    private async Task RefusedAsync(HttpResponseMessage answer, string words)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await round.TextAsync(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("desk", round.Cookies.Keys);
    }
}

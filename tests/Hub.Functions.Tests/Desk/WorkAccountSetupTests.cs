using System.Net;

namespace Hub.Functions.Tests.Desk;

/// <summary>What settings say of signing in with a work account.</summary>
public sealed class WorkAccountSetupTests
{
    [Fact]
    public async Task The_pages_may_have_an_application_of_their_own()
    {
        await using var round = await IssuerRound.StartAsync(clientId: "pages");
        var (_, asked) = await round.LeaveAsync();
        Assert.Equal("pages", asked["client_id"]);

        using (var forApi = await round.ReturnAsync(("state", asked["state"]), ("id_token", round.Issuer.IdToken(asked["nonce"]))))
        {
            Assert.Equal(HttpStatusCode.BadRequest, forApi.StatusCode);
        }

        using var forPages = await round.RoundAsync(a => round.Issuer.Token(new(round.Issuer.Somebody) { ["nonce"] = a["nonce"] }, audience: "pages"));
        Assert.Equal(HttpStatusCode.SeeOther, forPages.StatusCode);
    }

    [Theory]
    [InlineData("https://hub.example")]
    [InlineData("https://hub.example/")]
    public async Task Behind_a_front_end_people_are_sent_back_to_the_address_they_know(string address)
    {
        await using var round = await IssuerRound.StartAsync(address: new Uri(address));

        Assert.Equal("https://hub.example/sign-in/callback", (await round.LeaveAsync()).Asked["redirect_uri"]);
    }

    [Fact]
    public async Task An_issuer_without_a_page_is_said_to_have_none()
    {
        await using var round = await IssuerRound.StartAsync(pages: false);

        using var answer = await round.GetAsync("/sign-in/issuer");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("has no page to sign in on. Tell whoever runs the hub.", await round.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_with_its_own_issuer_has_no_such_page()
    {
        await using var hub = await TestHub.StartAsync();
        using var desk = DeskClient.Nobody(hub);

        foreach (var address in new[] { "/sign-in/issuer", "/signed-out" })
        {
            using var answer = await desk.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
        }

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("state", "x")]);
        using var back = await desk.Http.PostAsync(new Uri("/sign-in/callback", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
    }
}

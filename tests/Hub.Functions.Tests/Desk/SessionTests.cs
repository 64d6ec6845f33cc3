using System.Net;
using Hub.Functions.Desk;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Identity;
using Hub.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>What a session is, and what is none.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly ManualTime clock = new(TimeProvider.System.GetUtcNow());
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync(with: options => options with
    {
        Adapters = services =>
        {
            options.Adapters(services);
            var own = services.Last(s => s.ServiceType == typeof(TokenSettings)).ImplementationFactory!;
            services.AddSingleton(provider => (TokenSettings)own(provider) with { Clock = clock });
        },
    });

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData("""{"caller":{"id":"a","role":"king"},"name":"A","until":"2100-01-01T00:00:00+00:00"}""")]
    [InlineData("""{"caller":{"role":"supervisor"},"name":"A","until":"2100-01-01T00:00:00+00:00"}""")]
    [InlineData("""{"who":"A","until":"2100-01-01T00:00:00+00:00"}""")]
    [InlineData("""{"caller":{"id":"a","role":"supervisor"},"until":"2100-01-01T00:00:00+00:00"}""")]
    [InlineData("""{"caller":{"id":"a","role":"supervisor"},"name":"A"}""")]
    [InlineData("""{"caller":"a","name":"A","until":"2100-01-01T00:00:00+00:00"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_session_of_another_version_is_none(string kept)
    {
        using var desk = DeskClient.Nobody(hub);
        desk.Cookies.Add(hub.Anonymous.BaseAddress!, new Cookie("desk", hub.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("desk.session.v1").Protect(kept)));

        Assert.DoesNotContain("Sign out", await desk.GetAsync("/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_altered_or_made_for_another_purpose_is_none()
    {
        using var real = await DeskClient.SignInAsync(hub, "supervisor");
        var kept = real.Cookies.GetAllCookies()["desk"]!.Value;
        var question = hub.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("desk.issuer.v1").Protect("""{"caller":{"id":"a","role":"supervisor"},"name":"A","until":"2100-01-01T00:00:00+00:00"}""");
        foreach (var value in new[] { kept[..^4], $"{kept}AAAA", question, "x" })
        {
            using var desk = DeskClient.Nobody(hub);
            desk.Cookies.Add(hub.Anonymous.BaseAddress!, new Cookie("desk", value));

            Assert.DoesNotContain("Sign out", await desk.GetAsync("/status"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Signing_in_makes_the_session_anew_whatever_the_browser_brought()
    {
        using var desk = await DeskClient.SignInAsync(hub, "auditor", name: "First");
        var before = desk.Cookies.GetAllCookies()["desk"]!.Value;

        using (await desk.PostAsync("/sign-in", ("token", hub.TokenOf("supervisor", name: "Second"))))
        {
        }

        Assert.NotEqual(before, desk.Cookies.GetAllCookies()["desk"]!.Value);
        Assert.Contains("<b>Second</b>, Supervisor", await desk.GetAsync("/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_begun_as_one_person_is_not_sent_as_another()
    {
        using var desk = await DeskClient.SignInAsync(hub, "auditor", name: "First");
        var begun = await desk.FormTokenAsync();
        using (await desk.PostAsync("/sign-in", ("token", hub.TokenOf("supervisor", name: "Second"))))
        {
        }

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("form-token", begun)]);
        using var answer = await desk.Http.PostAsync(new Uri("/sign-out", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("You may have signed in anew", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_any_length_fits_into_a_cookie()
    {
        using var desk = DeskClient.Nobody(hub);
        var token = hub.Issue(new() { ["sub"] = new string('s', 255), ["name"] = new string('ß', 4_000), ["roles"] = new[] { "supervisor" } });

        using (await desk.PostAsync("/sign-in", ("token", token)))
        {
        }

        Assert.InRange(desk.Cookies.GetAllCookies()["desk"]!.Value.Length, 100, 3_000);
        Assert.Contains("Sign out", await desk.GetAsync("/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_say_when_the_session_is_about_to_end_and_lead_back_to_themselves()
    {
        using var desk = await DeskClient.SignInAsync(hub, "supervisor");
        Assert.DoesNotContain("You are signed in until", await desk.GetAsync("/status"), StringComparison.Ordinal);

        // A token of the tests is good for eight hours.
        clock.Advance(TimeSpan.FromHours(8) - DeskSession.Warning + TimeSpan.FromMinutes(1));
        var near = await desk.GetAsync("/status?a=b");
        Assert.Contains("You are signed in until", near, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in?to=%2Fstatus%3Fa%3Db\"", near, StringComparison.Ordinal);

        clock.Advance(DeskSession.Warning);
        Assert.DoesNotContain("Sign out", await desk.GetAsync("/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_earnest_nobody_can_be_chosen_to_be()
    {
        using var desk = DeskClient.Nobody(hub);
        Assert.True(hub.Services.GetRequiredService<DeskSettings>().People.IsEmpty);

        using var answer = await desk.PostAsync("/sign-in", ("person", "yot-camden"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(desk.Cookies.GetAllCookies(), c => c.Name == "desk");
        Assert.DoesNotContain("Demonstration", await desk.GetAsync("/sign-in"), StringComparison.Ordinal);
    }
}

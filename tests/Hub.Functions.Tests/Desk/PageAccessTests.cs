using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Hub.Functions.Identity;
using Hub.Functions.Tests.Identity;
using Hub.Identity;

namespace Hub.Functions.Tests.Desk;

/// <summary>Every page, as every role, about its own and about another's; and what no page takes, whoever sends it.</summary>
public sealed class PageAccessTests(AccessMatrixTests.Scene scene) : IClassFixture<AccessMatrixTests.Scene>
{
    public static TheoryData<string, Role, bool> Cells()
    {
        var cells = new TheoryData<string, Role, bool>();
        foreach (var function in Pages().Where(p => p.Method.IsDefined(typeof(RequiresAttribute))))
        {
            foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Feed))
            {
                cells.Add(function.Function, role, true);
                cells.Add(function.Function, role, false);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_page_answers_a_role_as_the_matrix_says(string function, Role role, bool own)
    {
        var (_, verbs, method) = Pages().Single(p => p.Function == function);
        var operation = method.GetCustomAttribute<RequiresAttribute>()!.Operation;
        var expected = AccessMatrix.Published[operation, role] switch
        {
            Reach.All => true,
            // A list of the caller's own answers everybody who can have some, with theirs alone.
            Reach.Own => own || function == "desk_deported_list",
            _ => false,
        };
        using var desk = await DeskClient.SignInAsync(
            scene.Hub, RoleNames.Of(role),
            borough: role is Role.YotOfficer or Role.PpdOfficer or Role.PpdSergeant or Role.JigsawOfficer or Role.Agency ? (own ? "Camden" : "Brent") : null,
            agency: role == Role.Agency ? "childrens-services" : null);
        var address = PageRequests.AddressOf(function, scene, role, own);

        foreach (var verb in verbs)
        {
            using var answer = verb == "post" ? await desk.PostAsync(address) : await desk.Http.GetAsync(new Uri(address, UriKind.Relative));

            Assert.True(
                expected == (answer.StatusCode != HttpStatusCode.Forbidden),
                $"{role} ({(own ? "own" : "other")}) on {function}: {(int)answer.StatusCode}, matrix {AccessMatrix.Published[operation, role]}");
            Assert.True((int)answer.StatusCode < 500, $"{function}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_and_does_nothing()
    {
        foreach (var (function, verbs, method) in Pages().Where(p => p.Method.IsDefined(typeof(RequiresAttribute))))
        {
            using var nobody = DeskClient.Nobody(scene.Hub);
            var address = PageRequests.AddressOf(function, scene, Role.Supervisor, own: true);
            foreach (var verb in verbs)
            {
                using var answer = verb == "post" ? await nobody.PostAsync(address) : await nobody.Http.GetAsync(new Uri(address, UriKind.Relative));
                Assert.Equal((function, verb == "post" ? HttpStatusCode.Unauthorized : HttpStatusCode.SeeOther), (function, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task No_page_takes_a_form_that_the_desk_did_not_make_or_made_for_somebody_else()
    {
        using var supervisor = await DeskClient.SignInAsync(scene.Hub, "supervisor");
        using var other = await DeskClient.SignInAsync(scene.Hub, "supervisor", name: "another");
        var foreign = await other.FormTokenAsync();
        foreach (var (function, verbs, method) in Pages().Where(p => p.Verbs.Contains("post")))
        {
            var address = method.IsDefined(typeof(RequiresAttribute)) ? PageRequests.AddressOf(function, scene, Role.Supervisor, own: true) : PageRequests.OpenAddressOf(function);
            foreach (var token in new[] { null, "nonsense", foreign })
            {
                using var form = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("form-token", token)]);
                using var answer = await supervisor.Http.PostAsync(new Uri(address, UriKind.Relative), form);
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{function}: {(int)answer.StatusCode}");
                Assert.Contains("text/html", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_token_opens_no_page_and_a_session_no_function_of_the_api()
    {
        using var bearer = DeskClient.Nobody(scene.Hub);
        bearer.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", scene.Hub.TokenOf("supervisor"));
        using var page = await bearer.Http.GetAsync(new Uri("/desk", UriKind.Relative));
        Assert.Equal("/sign-in", page.Headers.Location!.ToString());

        using var session = await DeskClient.SignInAsync(scene.Hub, "supervisor");
        using var api = await session.Http.GetAsync(new Uri("/api/notices?recipient=supervisors", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task Every_page_says_what_browsers_may_do_with_it()
    {
        using var supervisor = await DeskClient.SignInAsync(scene.Hub, "supervisor");
        foreach (var address in new[] { "/sign-in", "/status", "/desk/nothing" })
        {
            using var answer = await supervisor.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        }
    }

    internal static IEnumerable<(string Function, string[] Verbs, MethodInfo Method)> Pages() =>
        AccessMatrixTests.HttpFunctions.Where(f => f.Method.IsDefined(typeof(PageAttribute))).Select(f => (f.Function, f.Trigger.Methods!, f.Method));
}

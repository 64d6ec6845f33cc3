using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Hub.Functions.Identity;
using Hub.Functions.Tests.Border;
using Hub.Identity;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Testing;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Tests.Identity;

/// <summary>Every HTTP function of the API, as every role, about its own and about another's: the answer is what the published matrix says. Pages have tests of their own.</summary>
public sealed class AccessMatrixTests : IClassFixture<AccessMatrixTests.Scene>
{
    private readonly Scene scene;

    public AccessMatrixTests(Scene scene) => this.scene = scene;

    public static IEnumerable<(string Function, HttpTriggerAttribute Trigger, MethodInfo Method)> HttpFunctions =>
        from type in typeof(RequiresAttribute).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
        where trigger is not null
        select (function.Name, trigger, method);

    public static TheoryData<string, Role, bool> Cells()
    {
        var cells = new TheoryData<string, Role, bool>();
        foreach (var (function, _, method) in HttpFunctions.Where(f => f.Method.IsDefined(typeof(RequiresAttribute)) && !f.Method.IsDefined(typeof(PageAttribute))))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                cells.Add(function, role, true);
                cells.Add(function, role, false);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_function_answers_a_role_as_the_matrix_says(string function, Role role, bool own)
    {
        var (_, trigger, method) = HttpFunctions.Single(f => f.Function == function);
        var required = method.GetCustomAttribute<RequiresAttribute>()!;
        var operation = required.Operation;
        var expected = AccessMatrix.Published[operation, role] switch
        {
            Reach.All => true,
            // A list of the caller's own answers everybody who can have some, with theirs alone.
            Reach.Own => own || function == "deported_offenders_list",
            _ => false,
        };
        using var client = scene.Client(role, required, own);

        foreach (var verb in trigger.Methods!)
        {
            using var request = scene.Request(function, verb, role, own);
            using var answer = await client.SendAsync(request);

            Assert.True(
                expected == (answer.StatusCode != HttpStatusCode.Forbidden),
                $"{role} ({(own ? "own" : "other")}) on {function}: {(int)answer.StatusCode}, matrix {AccessMatrix.Published[operation, role]}");
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.True((int)answer.StatusCode < 500, $"{function}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Without_a_token_only_what_is_open_to_all_answers()
    {
        foreach (var (function, trigger, method) in HttpFunctions.Where(f => !f.Method.IsDefined(typeof(PageAttribute))))
        {
            foreach (var verb in trigger.Methods!)
            {
                using var request = scene.Request(function, verb, Role.Supervisor, own: true);
                using var answer = await scene.Hub.Anonymous.SendAsync(request);

                Assert.Equal(method.IsDefined(typeof(OpenToAllAttribute)), answer.StatusCode == HttpStatusCode.OK);
                Assert.Equal(method.IsDefined(typeof(RequiresAttribute)), answer.StatusCode == HttpStatusCode.Unauthorized);
            }
        }
    }

    [Fact]
    public void Every_operation_and_role_of_the_matrix_is_known_and_every_operation_has_a_function()
    {
        var used = HttpFunctions.Select(f => f.Method.GetCustomAttribute<RequiresAttribute>()?.Operation).OfType<Operation>().ToHashSet();
        Assert.Equal(Enum.GetValues<Operation>().Order(), used.Order());
    }

    /// <summary>One arrest that gives every receiving role a notice of its own in Camden, and requests about it.</summary>
    public sealed class Scene : IAsyncLifetime
    {
        private string report = "";
        private string elsewhere = "";
        private Dictionary<string, string> notices = [];
        private string noticeElsewhere = "";
        private string quarantined = "";
        private string attachment = "";

        public TestHub Hub { get; private set; } = null!;

        /// <summary>The id of the manifest uploaded.</summary>
        public string Manifest { get; private set; } = "";

        /// <summary>The id of the deported offender's case, Camden's.</summary>
        public string Deported { get; private set; } = "";

        public async Task InitializeAsync()
        {
            Hub = await TestHub.StartAsync();
            await Hub.KnowAsync(A.Nominal("N-1") with
            {
                Names = [new PersonName { Surname = "Featherstone", Given = ["Ophelia"] }],
                Born = BirthDate.Parse("2011-05-19"),
                Markers = [Marker.Missing, Marker.CarePlan],
            });
            var read = await Hub.ArrestAsync(new Arrest());
            report = read.Text("id");
            await NoticeAdding.AddAsync(Hub.Services, report, ["border-liaison", "supervisors", "childrens-services:camden"]);
            await NoticeAdding.AddAsync(Hub.Services, report, ["jigsaw:camden"], NoticeKind.MatchReview);
            read = await Hub.SettledAsync(new Uri($"api/reports/{report}", UriKind.Relative));
            notices = read.GetProperty("notices").EnumerateArray().ToDictionary(n => n.Text("recipient"), n => n.Text("id"));
            var other = await Hub.ArrestAsync(new Arrest { Subject = new Child { Surname = "Quill", Given = ["Ann"], Born = "2010-02-02" } });
            elsewhere = other.Text("id");
            noticeElsewhere = other.Notice("yot:camden").Text("id");
            quarantined = new string('0', 32);
            using var liaison = Hub.As("borderLiaison");
            using var upload = await liaison.PostAsync("api/manifests", Lists.Edifact(Lists.Out(Offenders.Thornbury)));
            Manifest = (await upload.Content.ReadFromJsonAsync<JsonElement>()).Text("id");
            Deported = await DeportedOffenders.CaseHub.OpenAsync(Hub, "N-2");
            using var supervisor = Hub.As("supervisor");
            using var kept = await supervisor.PostAsync($"api/deported-offenders/{Deported}/attachments?name=note.txt", new StringContent("x", Encoding.UTF8, "text/plain"));
            attachment = (await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("attachment").Text("content").TrimStart('/') + "?reason=test";
        }

        public async Task DisposeAsync() => await Hub.DisposeAsync();

        public HttpClient Client(Role role, RequiresAttribute required, bool own) => Hub.As(
            RoleNames.Of(role),
            borough: role is Role.YotOfficer or Role.PpdOfficer or Role.PpdSergeant or Role.JigsawOfficer or Role.Agency ? (own ? "Camden" : "Brent") : null,
            agency: role == Role.Agency ? "childrens-services" : null,
            feed: role == Role.Feed ? Feed(required, own) : null);

        private static string Feed(RequiresAttribute required, bool own) => (required.Operation, own) switch
        {
            (Operation.PostReport or Operation.UploadManifest, true) => required.Feed!,
            (Operation.ChangeNominal or Operation.MergeNominal or Operation.NotifyTravel, true) => "register",
            _ => "merlin",
        };

        /// <summary>The report a role has a notice of, or one it has none of.</summary>
        public string ReportFor(Role role, bool own) => IsForeign(role, own) ? elsewhere : report;

        /// <summary>A notice to the role's team in Camden; for a team there is but one of, of another where it is not to be its own.</summary>
        public string NoticeFor(Role role, bool own) => IsForeign(role, own) ? noticeElsewhere : notices[OwnIn(role)];

        /// <summary>Whose notices they are.</summary>
        public static string RecipientFor(Role role, bool own) => IsForeign(role, own) ? "yot:camden" : OwnIn(role);

        // There is one border liaison and one team of supervisors: what is not theirs is another team's, not another borough's.
        private static bool IsForeign(Role role, bool own) => role is Role.BorderLiaison or Role.Supervisor && !own;

        private static string OwnIn(Role role) => role switch
        {
            Role.YotOfficer => "yot:camden",
            Role.JigsawOfficer => "jigsaw:camden",
            Role.BorderLiaison => "border-liaison",
            Role.Supervisor => "supervisors",
            Role.Agency => "childrens-services:camden",
            _ => "ppd:camden",
        };

        public HttpRequestMessage Request(string function, string verb, Role role, bool own)
        {
            var about = ReportFor(role, own);
            var address = function switch
            {
                "arrests_post" => "api/reports/arrests",
                "report_get" => $"api/reports/{about}",
                "match_decide" => $"api/reports/{about}/match-decision",
                "travel_decide" => $"api/reports/{about}/travel-decisions",
                "deported_offenders_post" => "api/reports/deported-offenders",
                "deported_offenders_list" => "api/deported-offenders",
                "deported_offender_get" => $"api/deported-offenders/{Deported}",
                "deported_offender_move" => $"api/deported-offenders/{Deported}/moves/close",
                "deported_offender_note" => $"api/deported-offenders/{Deported}/notes",
                "deported_offender_attach" => $"api/deported-offenders/{Deported}/attachments",
                "deported_offender_attachment_get" => attachment,
                "manifest_match_post" => "api/reports/manifest-matches",
                "manifest_matches_upload" => "api/manifest-matches",
                "manifest_upload" => "api/manifests",
                "manifest_get" => $"api/manifests/{Manifest}",
                "routes_get" or "routes_put" => "api/routes",
                "travel_get" => "api/nominals/N-1/travel?reason=test",
                "travel_notify" => "api/nominals/N-1/travel-notifications/T-1",
                "notices_list" => $"api/notices?recipient={RecipientFor(role, own)}",
                "notice_acknowledge" => $"api/notices/{NoticeFor(role, own)}/acknowledgement",
                "nominals_search" => "api/nominals?surname=Featherstone&reason=test",
                "nominal_get" => "api/nominals/N-1?reason=test",
                "nominal_put" => "api/nominals/N-9",
                "nominal_end" => "api/nominals/N-8/end",
                "nominal_merge" => "api/nominals/N-8/merge",
                "nominal_split" => "api/nominals/N-8/split",
                "nominal_history" => "api/nominals/N-1/history?reason=test",
                "register_deltas" => "api/register/deltas",
                "register_mark" => "api/register/marks/visor",
                "quarantine_list" => "api/quarantine",
                "quarantine_replay" => $"api/quarantine/{quarantined}/replay",
                "quarantine_discard" => $"api/quarantine/{quarantined}/discard",
                "audit_list" => "api/audit",
                "openapi" => "api/openapi.json",
                "health" => "health",
                _ => throw new InvalidOperationException($"Say how {function} is called, so that its access is tested."),
            };
            var body = function switch
            {
                "arrests_post" => JsonSerializer.Serialize(new Arrest(), Json.HubJson.Options),
                "nominal_put" => """{"id":"N-9","names":[{"surname":"Moss","given":["Ada"]}]}""",
                "match_decide" => """{"decision":"nonsense","rationale":"x"}""",
                "travel_decide" => """{"on":"nonsense","outcome":"x","rationale":"x"}""",
                _ => """{"rationale":"test"}""",
            };
            return new HttpRequestMessage(new HttpMethod(verb.ToUpperInvariant()), address)
            {
                Content = verb is "get" or "head" ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            };
        }
    }
}

using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Tests.Hosting.StartChecks;

public class RouteTests
{
    private const string RootHint = "{root:maxlength(0)?}";

    [Fact]
    public Task A_route_of_a_slash_stops_the_start() => Refusal.Says(RootHint, typeof(Slash));

    [Fact]
    public Task An_empty_route_stops_the_start() => Refusal.Says(RootHint, typeof(Empty));

    [Fact]
    public Task A_route_that_begins_with_a_slash_stops_the_start() => Refusal.Says("Write it without", typeof(LeadingSlash));

    [Theory]
    [InlineData(typeof(Admin), "begins with 'admin'")]
    [InlineData(typeof(Runtime), "begins with 'runtime'")]
    public Task A_route_that_the_host_keeps_for_itself_stops_the_start(Type function, string words) => Refusal.Says(words, function);

    [Theory]
    [InlineData(typeof(Unclosed))]
    [InlineData(typeof(UnknownConstraint))]
    public Task A_route_that_cannot_be_parsed_stops_the_start(Type function) => Refusal.Says("cannot be parsed", function);

    [Fact]
    public Task A_parameter_whose_type_the_route_does_not_ensure_stops_the_start() => Refusal.Says("{id:guid}", typeof(Unguarded));

    [Fact]
    public Task Routes_that_one_request_can_match_stop_the_start() => Refusal.Says("One GET request can match", typeof(Literal), typeof(Parameter));

    [Fact]
    public async Task Routes_that_share_no_method_may_overlap()
    {
        await using var host = await TestHost.StartAsync(typeof(Literal), typeof(PostParameter));
    }

    [Fact]
    public Task A_catch_all_whose_name_is_not_last_stops_the_start() => Refusal.Says("zz_CatchAll", typeof(CatchAll));

    [Fact]
    public Task A_function_named_after_the_catch_all_stops_the_start() => Refusal.Says("Give it a name before 'zz_Rest'", typeof(Rest), typeof(NamedTooLate));

    [Fact]
    public async Task Catch_alls_may_overlap_when_the_narrower_is_tried_first()
    {
        await using var host = await TestHost.StartAsync(typeof(Rest), typeof(Narrower));
        await Refusal.Says("Exchange the order of their names", typeof(Rest), typeof(NarrowerTooLate));
    }

    public sealed class Slash
    {
        [Function("Slash")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/")] HttpRequest request) => Results.Ok();
    }

    public sealed class Empty
    {
        [Function("Empty")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "")] HttpRequest request) => Results.Ok();
    }

    public sealed class LeadingSlash
    {
        [Function("LeadingSlash")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/desk")] HttpRequest request) => Results.Ok();
    }

    public sealed class Admin
    {
        [Function("Settings")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Admin/settings")] HttpRequest request) => Results.Ok();
    }

    public sealed class Runtime
    {
        [Function("RuntimeState")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Ok();
    }

    public sealed class Unclosed
    {
        [Function("Unclosed")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{id")] HttpRequest request) => Results.Ok();
    }

    public sealed class UnknownConstraint
    {
        [Function("UnknownConstraint")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{id:uuid}")] HttpRequest request) => Results.Ok();
    }

    public sealed class Unguarded
    {
        [Function("Unguarded")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "x/{id}")] HttpRequest request, Guid id) => Results.Ok();
    }

    public sealed class Literal
    {
        [Function("Literal")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/new")] HttpRequest request) => Results.Ok();
    }

    public sealed class Parameter
    {
        [Function("Parameter")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "reports/{id}")] HttpRequest request, string id) => Results.Ok();
    }

    public sealed class PostParameter
    {
        [Function("PostParameter")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reports/{id}")] HttpRequest request, string id) => Results.Ok();
    }

    public sealed class CatchAll
    {
        [Function("CatchAll")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => Results.Ok();
    }

    public sealed class Rest
    {
        [Function("zz_Rest")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => Results.Ok();
    }

    public sealed class NamedTooLate
    {
        [Function("zzz_Desk")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk")] HttpRequest request) => Results.Ok();
    }

    public sealed class Narrower
    {
        [Function("zz_Files")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request) => Results.Ok();
    }

    public sealed class NarrowerTooLate
    {
        [Function("zz_Statics")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request) => Results.Ok();
    }
}

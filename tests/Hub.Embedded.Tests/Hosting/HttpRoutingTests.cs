using System.Net;
using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Tests.Hosting;

public class HttpRoutingTests
{
    [Fact]
    public async Task A_request_reaches_the_function_of_its_route()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        Assert.Equal("desk", await host.Client.GetStringAsync("desk"));
    }

    [Fact]
    public async Task Without_a_route_the_name_of_the_function_is_the_route()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        Assert.Equal("named", await host.Client.GetStringAsync("NAMED"));
    }

    [Fact]
    public async Task The_root_is_reached_by_a_parameter_of_no_length()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        Assert.Equal("root", await host.Client.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("POST", "desk")]
    [InlineData("HEAD", "desk")]
    [InlineData("OPTIONS", "desk")]
    [InlineData("GET", "reports/not-a-guid")]
    public async Task What_no_function_declares_is_404_with_an_empty_body(string method, string path)
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        using var answer = await host.Client.SendAsync(new(new(method), path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_is_answered_where_it_is_declared()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        using var answer = await host.Client.SendAsync(new(HttpMethod.Head, "/"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task One_route_can_have_a_function_for_each_method()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        var id = Guid.NewGuid();
        Assert.Equal($"read {id}", await host.Client.GetStringAsync($"reports/{id}"));
        using var put = await host.Client.PutAsync($"reports/{id}", null);
        Assert.Equal($"write {id}", await put.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_catch_all_named_last_takes_what_nobody_else_does()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages), typeof(Rest));
        Assert.Equal("desk", await host.Client.GetStringAsync("desk"));
        Assert.Equal("rest of some/where", await host.Client.GetStringAsync("some/where"));
    }

    [Fact]
    public async Task The_server_does_not_name_itself()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        using var answer = await host.Client.GetAsync("desk");
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_host_listens_on_the_loopback_address()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        Assert.True(host.Host.Address.IsLoopback);
    }

    public sealed class Pages
    {
        [Function("Root")]
        public IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request) => Results.Text("root");

        [Function("Desk")]
        public IResult Desk([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk")] HttpRequest request) => Results.Text("desk");

        [Function("Named")]
        public Task<IResult> Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.FromResult(Results.Text("named"));

        [Function("ReadReport")]
        public IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{id:guid}")] HttpRequest request, Guid id) => Results.Text($"read {id}");

        [Function("WriteReport")]
        public IResult Write([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "reports/{id:guid}")] HttpRequest request, Guid id) => Results.Text($"write {id}");
    }

    public sealed class Rest
    {
        [Function("zz_Rest")]
        public IResult All([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string path) => Results.Text($"rest of {path}");
    }
}

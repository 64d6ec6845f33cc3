using System.ComponentModel.DataAnnotations;
using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hub.Embedded.Tests.Hosting;

/// <summary>What functions use of ASP.NET works round them as it does in the real worker.</summary>
public class WebTests
{
    [Fact]
    public async Task A_startup_filter_can_add_headers()
    {
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IStartupFilter, AddsHeader>(), typeof(Pages));
        using var answer = await host.Client.GetAsync("json");
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Json_options_are_honoured()
    {
        await using var host = await TestHost.StartAsync(s => s.ConfigureHttpJsonOptions(o => o.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper), typeof(Pages));
        Assert.Equal("""{"CASE_NUMBER":7}""", await host.Client.GetStringAsync("json"));
    }

    [Fact]
    public async Task A_razor_component_is_a_page()
    {
        await using var host = await TestHost.StartAsync(s => s.AddRazorComponents(), typeof(RazorPages));
        Assert.Equal("<h1>Reports</h1>", await host.Client.GetStringAsync("page"));
    }

    [Fact]
    public async Task Settings_are_configuration_with_levels()
    {
        await using var host = await TestHost.StartAsync(
            s => s.AddOptions<Desk>().BindConfiguration("Desk"),
            o => o with { Settings = new Dictionary<string, string> { ["Desk__Name"] = "north" } },
            typeof(NeedsDesk));
        Assert.Equal("north", await host.Client.GetStringAsync("desk"));
    }

    [Fact]
    public async Task Options_that_do_not_validate_stop_the_start()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.StartAsync(
            s => s.AddOptions<Desk>().ValidateDataAnnotations().ValidateOnStart(), typeof(NeedsDesk)));
        Assert.Contains("Name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_middleware_that_cannot_be_made_stops_the_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(
            _ => { }, o => o with { ConfigureWorker = w => w.UseMiddleware<NeedsMore>() }, typeof(Pages)));

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start()
    {
        await using var host = await TestHost.StartAsync(typeof(Pages));
        await Assert.ThrowsAsync<IOException>(() => TestHost.StartAsync(_ => { }, o => o with { Port = host.Host.Address.Port }, typeof(Pages)));
    }

    public sealed class Pages
    {
        [Function("Json")]
        public IResult Json([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "json")] HttpRequest request) => TypedResults.Ok(new { CaseNumber = 7 });
    }

    public sealed class RazorPages
    {
        [Function("Page")]
        public IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page")] HttpRequest request) =>
            new RazorComponentResult<Heading>(new { Text = "Reports" }) { PreventStreamingRendering = true };
    }

    public sealed class Heading : ComponentBase
    {
        [Parameter]
        public string Text { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "h1");
            builder.AddContent(1, Text);
            builder.CloseElement();
        }
    }

    public sealed class Desk
    {
        [Required]
        public string? Name { get; set; }
    }

    public sealed class NeedsDesk(IOptions<Desk> desk)
    {
        [Function("Desk")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk")] HttpRequest request) => Results.Text(desk.Value.Name);
    }

    private sealed class AddsHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
                return rest(http);
            });
            next(app);
        };
    }

    private sealed class NeedsMore(IFormatProvider culture) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            _ = culture;
            return next(context);
        }
    }
}

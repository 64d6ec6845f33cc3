using Hub.Embedded.Hosting.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Embedded.Tests.Hosting.StartChecks;

public class RouteOverlapTests
{
    [Theory]
    [InlineData("desk", "DESK")]
    [InlineData("reports/{id}", "reports/new")]
    [InlineData("reports/{id}", "reports/{name}")]
    [InlineData("reports/{id?}", "reports")]
    [InlineData("{a}/{b?}", "{c}")]
    [InlineData("reports/{id:guid}", "reports/9b2f8f8c-8f0e-4e0e-9d3a-0d6a1c1c2f11")]
    [InlineData("reports/{n:int}", "reports/{m:long}")]
    [InlineData("reports/{n:int}", "reports/7")]
    [InlineData("files/{name}.csv", "files/{name}")]
    [InlineData("files/{name}.csv", "files/a.csv")]
    [InlineData("files/{*path}", "files/a/b/c")]
    [InlineData("files/{*path}", "files")]
    [InlineData("x/{a:alpha}", "x/{b:maxlength(4)}")]
    [InlineData("x/{a:regex(^a)}", "x/{b:regex(^b)}")]
    [InlineData("{root:maxlength(0)?}", "{other?}")]
    public void One_path_can_belong_to_both(string a, string b) => Assert.True(Overlap(a, b));

    [Theory]
    [InlineData("desk", "reports")]
    [InlineData("desk", "desk/tickets")]
    [InlineData("reports/{id:guid}", "reports/new")]
    [InlineData("reports/{id:guid}", "reports/{n:int}")]
    [InlineData("reports/{id:guid}", "reports/{short:maxlength(8)}")]
    [InlineData("reports/{id:guid}/notices", "reports/{id:guid}/report")]
    [InlineData("reports/{id}", "reports/{id}/notices")]
    [InlineData("reports/{flag:bool}", "reports/{n:int}")]
    [InlineData("x/{a:length(3)}", "x/{b:length(4,5)}")]
    [InlineData("x/{a:alpha}", "x/a1")]
    [InlineData("x/{a:regex(^a)}", "x/b")]
    [InlineData("files/{name}.csv", "files/{name}.json")]
    [InlineData("files/{name}.csv", "files/a.json")]
    [InlineData("files/{*path}", "desk/a")]
    [InlineData("{root:maxlength(0)?}", "desk")]
    [InlineData("{root:maxlength(0)?}", "{page}")]
    public void No_path_belongs_to_both(string a, string b) => Assert.False(Overlap(a, b));

    private static bool Overlap(string a, string b)
    {
        var options = new RouteOptions();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        var resolver = new DefaultInlineConstraintResolver(Options.Create(options), new ServiceCollection().BuildServiceProvider());
        var (first, second) = (FunctionRoute.Parse(a, resolver), FunctionRoute.Parse(b, resolver));
        Assert.Equal(RouteOverlap.Exists(first, second), RouteOverlap.Exists(second, first));
        return RouteOverlap.Exists(first, second);
    }
}

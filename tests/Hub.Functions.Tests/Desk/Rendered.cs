using System.Net;
using System.Text.RegularExpressions;
using Hub.Desk.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Functions.Tests.Desk;

/// <summary>Pages rendered without a hub.</summary>
internal static partial class Rendered
{
    /// <summary>A page of a model, as HTML, at the moment tests begin.</summary>
    public static async Task<string> PageAsync<TPage>(object model)
        where TPage : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var frame = new Frame { Now = TestHub.Start, Token = new FormToken("form-token", "token") };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Frame"] = frame, ["Model"] = model }))).ToHtmlString());
    }

    /// <summary>What somebody reads on it: no tags, single spaces.</summary>
    public static string TextOf(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Globalization;
using System.Text;
using Hub.Functions.Health;
using Hub.Functions.Identity;
using Hub.Messaging;
using Hub.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Home;

/// <summary>What somebody sees who opens the hub's address: that it runs, what waits in it, and where to go.</summary>
public sealed class HomePage(HealthReading reading)
{
    [Function("home")]
    [OpenToAll("Shows counts and links, no persons.")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request, CancellationToken cancellationToken)
    {
        var health = await reading.ReadAsync(cancellationToken);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Results.Content(Html(health), "text/html", Encoding.UTF8);
    }

    internal static string Html(HealthReport health)
    {
        var queues = new StringBuilder();
        foreach (var queue in health.Queues)
        {
            queues.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{queue.Topic}/{queue.Subscription}</th><td>{Counted(queue.Active, queue)}</td><td>{Scheduled(queue)}</td><td>{Counted(queue.DeadLetters, queue)}</td></tr>");
        }

        if (health.Queues.Count == 0)
        {
            queues.Append("<tr><td colspan=\"4\">Not known: the message bus does not answer.</td></tr>");
        }

        var state = health.Status switch
        {
            "healthy" => "Running; nothing needs attention.",
            "starting" => "Starting: the register is being read.",
            "unreachable" => "Running, but what it keeps cannot be reached.",
            _ => "Running; something needs attention.",
        };
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Public protection hub</title>
            <style>
            body { font: 1.1rem/1.5 arial, sans-serif; color: #0b0c0c; margin: 0; }
            header { background: #0b0c0c; color: #fff; padding: 1rem; border-bottom: .6rem solid #1d70b8; }
            header p { margin: 0 auto; max-width: 60rem; font-weight: bold; font-size: 1.4rem; }
            main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
            caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
            th, td { text-align: right; padding: .5rem; border-bottom: 1px solid #b1b4b6; }
            th:first-child { text-align: left; }
            dt { font-weight: bold; } dd { margin: 0 0 .6rem; }
            a { color: #1d70b8; } a:focus { outline: 3px solid #fd0; background: #fd0; color: #0b0c0c; }
            </style>
            </head>
            <body>
            <header><p>Public protection hub</p></header>
            <main>
            <h1>{{state}}</h1>
            <dl>
            <dt>The hub's clock</dt><dd>{{LondonTime.Words(health.Time)}}, London</dd>
            <dt>People on the register</dt><dd>{{health.Nominals.ToString("N0", CultureInfo.InvariantCulture)}}</dd>
            <dt>In quarantine</dt><dd>{{health.Quarantine?.ToString("N0", CultureInfo.InvariantCulture) ?? "not known"}}</dd>
            <dt>Changes of the register that could not be followed yet</dt><dd>{{health.RegisterWaiting.ToString("N0", CultureInfo.InvariantCulture)}}</dd>
            </dl>
            <table>
            <caption>Messages</caption>
            <thead><tr><th scope="col">Subscription</th><th scope="col">Waiting</th><th scope="col">Scheduled</th><th scope="col">Dead letters</th></tr></thead>
            <tbody>{{queues}}</tbody>
            </table>
            <p><a href="/api/openapi.json">The API, described</a> &middot; <a href="/health">Health, as data</a></p>
            </main>
            </body>
            </html>
            """;
    }

    // Where none was seen, none was left out.
    private static string Counted(long count, SubscriptionDepth queue) =>
        $"{(queue.AtLeast && count > 0 ? "at least " : "")}{count.ToString("N0", CultureInfo.InvariantCulture)}";

    private static string Scheduled(SubscriptionDepth queue) => queue.Scheduled?.ToString("N0", CultureInfo.InvariantCulture) ?? "not known";
}

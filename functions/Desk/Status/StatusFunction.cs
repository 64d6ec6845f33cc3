using Hub.Desk.Pages.Status;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Health;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Status;

/// <summary>How the hub is, for people: that it runs, and what waits in it.</summary>
public sealed class StatusFunction(HealthReading reading, PageMaking pages)
{
    [Function("status")]
    [Page]
    [OpenToAll("Shows counts and links, no persons.")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status")] HttpRequest request, CancellationToken cancellationToken) =>
        pages.Show<StatusPage>(request, ModelOf(await reading.ReadAsync(cancellationToken)));

    internal static StatusModel ModelOf(HealthReport health) => new()
    {
        Words = health.Status switch
        {
            "healthy" => "Running; nothing needs attention.",
            "starting" => "Starting: the register is being read.",
            "unreachable" => "Running, but what it keeps cannot be reached.",
            _ => "Running; something needs attention.",
        },
        Nominals = health.Nominals,
        Quarantine = health.Quarantine,
        RegisterWaiting = health.RegisterWaiting,
        Queues = [.. health.Queues],
    };
}

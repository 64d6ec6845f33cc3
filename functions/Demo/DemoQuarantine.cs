using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Functions.Hosting;
using Hub.Json;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Demo;

/// <summary>Two things the hub cannot work on, as they come about: a newer version of it runs beside this one, and sends what this one does not know.</summary>
internal static class DemoQuarantine
{
    public static async Task SendAsync(EmbeddedHub hub, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var services = hub.Host.Services;
        await services.GetRequiredService<IMessageBus>().SendAsync(HubTopology.Reports, [UnknownType(now)], cancellationToken);
        var edit = new CaseEdit(UnknownFeed(now), new Actor("merlin", "feed:merlin"), now);
        edit.Audit("report.accepted", "Report taken in from feed merlin by a newer version of the hub.", ("feed", "merlin"));
        edit.Emit(new OutgoingEvent
        {
            Id = $"{edit.Case.Id.Value:N}.accepted",
            Case = edit.Case.Id,
            Topic = HubTopology.Reports,
            Type = HubTopology.ReportAccepted,
            Time = now,
            Data = JsonSerializer.SerializeToElement(new { feed = "merlin" }),
        });
        await services.GetRequiredService<ICaseStore>().CommitAsync(edit.ToCommit(), cancellationToken);
    }

    private static Message UnknownType(DateTimeOffset now) => new()
    {
        Id = "demo.unknown-type",
        Body = new CloudEvent
        {
            Id = "demo.unknown-type",
            Type = "hub.report.accepted.v2",
            Subject = CaseId.For("arrests", "DEMO/NEWER").ToString(),
            Time = now,
            Data = JsonSerializer.SerializeToElement(new { feed = "arrests", person = new { surname = "Winterson", given = "Ivy", born = "2011-03-09" } }, HubJson.Options),
        }.ToJson(),
        Properties = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add(HubTopology.TypeProperty, HubTopology.ReportAccepted),
    };

    private static CaseFile UnknownFeed(DateTimeOffset now) => new()
    {
        Id = CaseId.For("merlin", "DEMO/MERLIN/1"),
        Feed = "merlin",
        Reference = "DEMO/MERLIN/1",
        Sender = "merlin",
        Status = CaseStatus.Accepted,
        OccurredAt = now.AddHours(-3),
        ReceivedAt = now,
        ContentHash = "",
        Report = JsonSerializer.SerializeToElement(new { reference = "DEMO/MERLIN/1", type = "missing", subject = new { surname = "Winterson", given = "Ivy", born = "2011-03-09" } }, HubJson.Options),
    };
}

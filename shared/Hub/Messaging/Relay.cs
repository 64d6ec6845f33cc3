using System.Collections.Immutable;
using Hub.Cases;

namespace Hub.Messaging;

/// <summary>
/// Carries committed events from the case store to the bus. Sending comes first and marking after, so that a crash in
/// between sends twice, and the bus drops the second by its message id; nothing is ever marked that was not sent.
/// </summary>
public sealed class Relay(ICaseStore cases, IMessageBus bus)
{
    private const int MaxBatch = 100;

    // A store that still shows what was marked must not keep a sweep going for ever.
    private const int MaxRounds = 100;

    public async Task SendAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        foreach (var topic in events.GroupBy(e => e.Topic))
        {
            foreach (var batch in topic.SelectMany(Messages).Chunk(MaxBatch))
            {
                await bus.SendAsync(topic.Key, batch, cancellationToken);
            }
        }

        await cases.MarkSentAsync(events, cancellationToken);
    }

    /// <summary>Sends what was committed by a moment and somehow not sent since; returns how many events that were.</summary>
    public async Task<int> SweepAsync(DateTimeOffset committedBefore, CancellationToken cancellationToken)
    {
        var sent = 0;
        for (var round = 0; round < MaxRounds; round++)
        {
            var stragglers = await cases.UnsentEventsAsync(committedBefore, MaxBatch, cancellationToken);
            if (stragglers.Count > 0)
            {
                await SendAsync(stragglers, cancellationToken);
                sent += stragglers.Count;
            }

            if (stragglers.Count < MaxBatch)
            {
                break;
            }
        }

        return sent;
    }

    private static IEnumerable<Message> Messages(OutgoingEvent happened) => happened.Copies.IsEmpty
        ? [ToMessage(happened, happened.Id, happened.Data, happened.Properties)]
        : happened.Copies.Select(copy => ToMessage(happened, $"{happened.Id}.{copy.Key}", copy.Data, happened.Properties.SetItems(copy.Properties)));

    private static Message ToMessage(OutgoingEvent happened, string id, System.Text.Json.JsonElement data, ImmutableSortedDictionary<string, string> properties) => new()
    {
        Id = id,
        Body = new CloudEvent
        {
            Id = id,
            Type = happened.Type,
            Subject = happened.Case.ToString(),
            Time = happened.Time,
            Traceparent = happened.TraceParent,
            Data = data,
        }.ToJson(),
        Properties = Tagged(happened, properties),
        NotBefore = happened.NotBefore,
    };

    // The trace context goes beside the body too: hosts read it there to join what follows to what went before.
    private static ImmutableSortedDictionary<string, string> Tagged(OutgoingEvent happened, ImmutableSortedDictionary<string, string> properties)
    {
        var typed = properties.SetItem(HubTopology.TypeProperty, happened.Type);
        return happened.TraceParent is { } trace ? typed.SetItem("traceparent", trace) : typed;
    }
}

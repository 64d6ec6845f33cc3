using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;

namespace Hub.Quarantine;

/// <summary>
/// Sets aside messages that could not be worked on, and sends them again, to the one subscription that failed, or
/// drops them when a person says so.
/// </summary>
public sealed class QuarantineDesk(ICaseStore store, CaseEditor cases, IMessageBus bus, TimeProvider time)
{
    /// <summary>Works on a message; where that fails for good, the message is set aside and counts as done.</summary>
    public async Task HandleAsync(SubscriptionAddress from, string messageId, string body, Func<CloudEvent, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(CloudEvent.Parse(body), cancellationToken);
        }
        catch (PermanentFailureException failure)
        {
            await SetAsideAsync(from, messageId, body, failure.Code, failure.Message, cancellationToken);
        }
        catch (LimitExceededException failure)
        {
            await SetAsideAsync(from, messageId, body, "too-large", failure.Message, cancellationToken);
        }
    }

    /// <summary>Sets a message aside, in its case where it has one. Twice makes one item.</summary>
    public async Task SetAsideAsync(SubscriptionAddress from, string messageId, string body, string code, string reason, CancellationToken cancellationToken)
    {
        var caseId = CaseOf(body);
        var item = new QuarantineItem
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{from.Topic}\n{from.Subscription}\n{messageId}")))[..32],
            Topic = from.Topic,
            Subscription = from.Subscription,
            MessageId = messageId,
            Body = body,
            Code = code,
            Reason = reason,
            At = time.GetUtcNow(),
            Case = caseId,
        };
        if (await store.ReadQuarantineAsync(item.Id, cancellationToken) is not null)
        {
            return;
        }

        var kept = caseId is { } id ? await cases.EditAsync(id, Actor.Hub, edit =>
        {
            edit.Audit("message.quarantined", $"A message for {from.Topic}/{from.Subscription} was set aside ({code}): {reason}", ("quarantine", item.Id));
            edit.SetAside(item);
            if (edit.Case.Status == CaseStatus.Accepted)
            {
                edit.Update(c => c with { Status = CaseStatus.Quarantined });
                NoticeRaising.Raise(edit, [HeldReport.Notice(edit.Case, item)]);
            }
        }, cancellationToken) : null;
        if (kept is null)
        {
            await store.QuarantineAsync(item with { Case = null }, cancellationToken);
        }
    }

    /// <summary>
    /// Sends an open item again. It is sent before it is closed: a crash in between leaves it open, and sending it once
    /// more is dropped as a duplicate.
    /// </summary>
    public async Task<ClosureOutcome> ReplayAsync(string id, Actor by, string rationale, CancellationToken cancellationToken)
    {
        if (await store.ReadQuarantineAsync(id, cancellationToken) is not { } item)
        {
            return ClosureOutcome.Unknown;
        }

        if (item.Closure is not null)
        {
            return ClosureOutcome.AlreadyClosed;
        }

        if (!item.IsMessage)
        {
            return ClosureOutcome.NoMessage;
        }

        var message = new Message
        {
            // Of one length, however often it failed before: Service Bus takes at most 128 characters.
            Id = $"replay.{item.Id}",
            Body = item.Body,
            Properties = ImmutableSortedDictionary<string, string>.Empty.Add(Topology.ReplayFor, item.Subscription),
        };
        await bus.SendAsync(item.Topic, [message], cancellationToken);
        return await CloseAsync(item, QuarantineResolution.Replayed, by, rationale, cancellationToken);
    }

    public async Task<ClosureOutcome> DiscardAsync(string id, Actor by, string rationale, CancellationToken cancellationToken) =>
        await store.ReadQuarantineAsync(id, cancellationToken) is { } item
            ? await CloseAsync(item, QuarantineResolution.Discarded, by, rationale, cancellationToken)
            : ClosureOutcome.Unknown;

    private async Task<ClosureOutcome> CloseAsync(QuarantineItem item, QuarantineResolution resolution, Actor by, string rationale, CancellationToken cancellationToken)
    {
        if (!await store.CloseQuarantineAsync(item.Id, new QuarantineClosure(resolution, by, time.GetUtcNow(), rationale), cancellationToken))
        {
            return ClosureOutcome.AlreadyClosed;
        }

        if (item.Case is { } caseId)
        {
            var action = resolution == QuarantineResolution.Replayed ? "message.replayed" : "message.discarded";
            await cases.EditAsync(caseId, by, edit => edit.Audit(action, $"Set-aside message {(resolution == QuarantineResolution.Replayed ? "sent again" : "discarded")}: {rationale}", ("quarantine", item.Id)), cancellationToken);
        }

        return ClosureOutcome.Closed;
    }

    private static CaseId? CaseOf(string body)
    {
        try
        {
            return CloudEvent.Parse(body).CaseId();
        }
        catch (PermanentFailureException)
        {
            return null;
        }
    }
}

/// <summary>What became of a replay or discard.</summary>
public enum ClosureOutcome
{
    Closed,
    Unknown,
    AlreadyClosed,

    /// <summary>What was set aside is a document of the store, which nobody can send.</summary>
    NoMessage,
}

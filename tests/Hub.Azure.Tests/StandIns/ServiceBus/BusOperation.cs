namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>Something the broker did for a client, as it would bill it.</summary>
/// <param name="Entity">The topic, or topic/subscription, or topic/subscription/$deadletterqueue; small letters.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Messages">How many messages it was done to.</param>
public sealed record BusOperation(string Entity, BusOperationKind Kind, int Messages);

public enum BusOperationKind
{
    Send,
    Schedule,
    CancelScheduled,
    Receive,
    Complete,
    Abandon,

    /// <summary>Given back by the client itself, unread: it had credit left and nobody waited any more. Not counted as a delivery.</summary>
    Release,
    DeadLetter,
    RenewLock,
    Peek,
}

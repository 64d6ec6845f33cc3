using Hub.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Flow;

/// <summary>Every ten seconds: what follows from the register's changes, for journeys and cases. A timer runs on one instance of many.</summary>
public sealed class FollowRegister(ConsequenceDrawing drawing)
{
    [Function("register_consequences")]
    public Task Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => drawing.DrawAsync(cancellationToken);
}

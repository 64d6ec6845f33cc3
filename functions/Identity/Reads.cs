using System.Text.Json;
using Hub.Auditing;
using Hub.Identity;

namespace Hub.Functions.Identity;

/// <summary>Writes every reading of a person, and every refusal, to the access log before it is answered.</summary>
public sealed class Reads(IAccessLog log, TimeProvider time)
{
    public Task AllowedAsync(Caller caller, Operation operation, string subject, string? reason, CancellationToken cancellationToken) =>
        AppendAsync(caller, operation, subject, allowed: true, reason, cancellationToken);

    public Task RefusedAsync(Caller caller, Operation operation, string subject, CancellationToken cancellationToken) =>
        AppendAsync(caller, operation, subject, allowed: false, "not-own", cancellationToken);

    /// <summary>An operation as the log names it.</summary>
    internal static string ActionName(Operation operation) => JsonNamingPolicy.KebabCaseLower.ConvertName(operation.ToString());

    private Task AppendAsync(Caller caller, Operation operation, string subject, bool allowed, string? reason, CancellationToken cancellationToken) =>
        log.AppendAsync(new AccessEntry { At = time.GetUtcNow(), By = caller.Actor, Action = ActionName(operation), Allowed = allowed, Subject = subject, Reason = reason }, cancellationToken);
}

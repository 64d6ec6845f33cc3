using Hub.Auditing;
using Hub.Cases;

namespace Hub.Functions.Reports;

/// <summary>Reads a case's timeline with the case it ends at: one that grew between the two readings would look altered.</summary>
public sealed class Timelines(ICaseStore cases)
{
    private const int MaxTries = 10;

    /// <param name="file">The case as read before.</param>
    /// <returns>The case, read again where it has changed, and all that was done to it.</returns>
    public async Task<(CaseFile File, IReadOnlyList<AuditEntry> Audit)> ReadAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var audit = await cases.ReadAuditAsync(file.Id, cancellationToken);
        for (var tries = 1; tries < MaxTries && audit.Count > file.AuditHead.Count; tries++)
        {
            file = await cases.ReadAsync(file.Id, cancellationToken) ?? file;
            audit = await cases.ReadAuditAsync(file.Id, cancellationToken);
        }

        return (file, audit);
    }
}

using System.Text.Json;
using Hub.Auditing;
using Hub.Json;

namespace Hub.Cases;

/// <summary>
/// State of the hub's own that needs what a case has: one partition, atomic commits, an audit chain, outgoing events,
/// notices. A record is found by its sort (in the place of a feed) and its key.
/// </summary>
public sealed class Records(ICaseStore store, CaseEditor editor, TimeProvider time)
{
    /// <summary>The record; null where there is none.</summary>
    public async Task<T?> ReadAsync<T>(string sort, string key, CancellationToken cancellationToken)
        where T : class =>
        await store.ReadAsync(CaseId.For(sort, key), cancellationToken) is { } file ? StateOf<T>(file) : null;

    /// <summary>The record with this id; null where there is none.</summary>
    public async Task<T?> ReadAsync<T>(CaseId id, CancellationToken cancellationToken)
        where T : class =>
        await store.ReadAsync(id, cancellationToken) is { } file ? StateOf<T>(file) : null;

    /// <summary>The state a record's case holds.</summary>
    public static T StateOf<T>(CaseFile file)
        where T : class =>
        file.Report.Deserialize<T>(HubJson.Options) ?? throw new InvalidOperationException($"The record {file.Id} is empty.");

    /// <summary>
    /// Changes a record, or makes it. The change is given the state as it is, null where there is no record yet, and
    /// returns the state as it will be; it may be called again when somebody else was first. It must audit what it
    /// does: a change that records nothing is no change.
    /// </summary>
    /// <returns>The case of the record as it now is.</returns>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public async Task<CaseFile> EditAsync<T>(string sort, string key, Actor by, Func<CaseEdit, T?, T> change, CancellationToken cancellationToken)
        where T : class
    {
        var id = CaseId.For(sort, key);
        var read = await store.ReadAsync(id, cancellationToken) ?? New(id, sort, key, by);
        return await editor.EditAsync(read, by, edit =>
        {
            var next = change(edit, edit.Case.Report.ValueKind == JsonValueKind.Null ? null : StateOf<T>(edit.Case));
            if (!edit.IsEmpty)
            {
                edit.Update(c => c with { Report = JsonSerializer.SerializeToElement(next, HubJson.Options) });
            }
        }, cancellationToken) ?? throw new InvalidOperationException($"The record {id} vanished.");
    }

    /// <summary>Changes a record there is; null where there is none.</summary>
    /// <exception cref="CaseBusyException">Others were first too many times in a row; nothing was changed.</exception>
    public Task<CaseFile?> EditAsync<T>(CaseId id, Actor by, Func<CaseEdit, T, T> change, CancellationToken cancellationToken)
        where T : class => editor.EditAsync(id, by, edit =>
        {
            var next = change(edit, StateOf<T>(edit.Case));
            if (!edit.IsEmpty)
            {
                edit.Update(c => c with { Report = JsonSerializer.SerializeToElement(next, HubJson.Options) });
            }
        }, cancellationToken);

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);

    private CaseFile New(CaseId id, string sort, string key, Actor by)
    {
        var now = time.GetUtcNow();
        return new CaseFile
        {
            Id = id,
            Feed = sort,
            Reference = key,
            Sender = by.Id,
            Status = CaseStatus.Record,
            OccurredAt = now,
            ReceivedAt = now,
            ContentHash = "",
            Report = Nothing,
        };
    }
}

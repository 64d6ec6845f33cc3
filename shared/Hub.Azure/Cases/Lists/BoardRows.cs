using Hub.Azure.Cosmos;
using Hub.Cases;
using Hub.Paging;

namespace Hub.Azure.Cases.Lists;

/// <summary>
/// The boards, in one partition: a row for each case that is on a board or was, so that a case moves from one to
/// another in one write. A row only points: the cases are read from their own partitions.
/// </summary>
internal sealed class BoardRows(HubDatabase database)
{
    private const char Letter = 'b';
    private const char Backwards = 'w';
    private const string List = "boards";

    /// <summary>How long a row stays of a case that has left: longer than a change feed can be behind.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromDays(90);

    private readonly ListRows rows = new(database);

    /// <summary>The cases of a board, in its order or from its end.</summary>
    public async Task<Page<CaseId>> ListAsync(string board, PageRequest page, BoardOrder order, CancellationToken cancellationToken)
    {
        var backwards = order == BoardOrder.NewestFirst;
        var query = new RowQuery(backwards ? Backwards : Letter, List, OpenOnly: false) { Prefix = PrefixOf(board), Backwards = backwards };
        var listed = await rows.ListAsync<string>(query, page, _ => true, cancellationToken);
        return new([.. listed.Items.Select(row => CaseId.Parse(row.Id))], listed.Continuation);
    }

    /// <summary>Brings a case's row up to a commit; false where it was as new already.</summary>
    public Task<bool> PutAsync(CaseFile file, int commit, CancellationToken cancellationToken) => rows.PutAsync(
        new ListRow<string>
        {
            Id = file.Id.ToString(),
            List = List,
            At = file.Board is { } board ? PrefixOf(board) + ListRows.PlaceOf(file.BoardAt, file.Id.ToString()) : null,
            N = commit,
            TimeToLive = file.Board is null ? (int)Left.TotalSeconds : null,
        },
        isNew: false,
        cancellationToken);

    public async Task RemoveAsync(CaseId id, CancellationToken cancellationToken) =>
        await (await rows.ContainerAsync()).DeleteAsync(id.ToString(), List, cancellationToken);

    private static string PrefixOf(string board) => $"{board}|";
}

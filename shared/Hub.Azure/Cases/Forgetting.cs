using Hub.Azure.Cosmos;
using Hub.Cases;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases;

/// <summary>
/// Takes out of a case's older commits what a newer one has replaced, where that one says that it must not stay
/// (<see cref="CaseCommit.Forgets"/>). Audit, and what still stands, stays.
/// </summary>
internal sealed class Forgetting(HubDatabase database)
{
    /// <summary>Tries of one document: others who change it are doing the same work.</summary>
    private const int MaxTries = 5;

    /// <summary>True where something was taken out; twice does nothing.</summary>
    public async Task<bool> ForgetAsync(CaseId id, CaseVersion index, CancellationToken cancellationToken)
    {
        var cases = await database.ContainerAsync(CommitDocument.Container);
        var query = new QueryDefinition("SELECT * FROM c WHERE c.id < @id ORDER BY c.id ASC").WithParameter("@id", CommitDocument.IdOf(index.Number));
        var some = false;
        await foreach (var document in cases.QueryAsync<CommitDocument>(query, id.ToString(), relaxed: false, cancellationToken))
        {
            some |= await ForgetAsync(cases, document, index, cancellationToken);
        }

        return some;
    }

    private static async Task<bool> ForgetAsync(Container cases, CommitDocument read, CaseVersion index, CancellationToken cancellationToken)
    {
        var document = read;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            if (Without(document, index) is not { } without)
            {
                return false;
            }

            if (await cases.ReplaceAsync(without, document.Id, document.Case.ToString(), document.ETag!, cancellationToken))
            {
                return true;
            }

            if (await cases.FindAsync<CommitDocument>(document.Id, document.Case.ToString(), relaxed: false, cancellationToken) is not { } again)
            {
                return false;
            }

            document = again.Item;
        }

        throw new StoreUnavailableException("a commit, which others are changing,");
    }

    /// <summary>The document without what was replaced; null where it holds nothing of that.</summary>
    private static CommitDocument? Without(CommitDocument document, CaseVersion index)
    {
        var body = document.Body;
        var stays = body.Index.PlacesOf(document.N).Select(place => index.Notices[place] == document.N).ToArray();
        var caseGoes = body.Case is not null && index.CaseAt != document.N;
        var noticesGo = (body.Notices ?? []).Zip(stays).Any(held => held is { First: not null, Second: false });
        return !caseGoes && !noticesGo ? null : document with
        {
            ETag = null,
            Timestamp = null,
            Body = body with
            {
                Case = caseGoes ? null : body.Case,
                Notices = body.Notices?.Zip(stays, (notice, stands) => stands ? notice : null).ToArray(),
                Events = null,
                PastEvents = body.Events ?? body.PastEvents,
            },
        };
    }
}

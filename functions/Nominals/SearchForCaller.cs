using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Matching;
using Hub.Matching.Searching;

namespace Hub.Functions.Nominals;

/// <summary>Finds people for a caller: the search, and each person shown, stand in the access log before anybody sees them.</summary>
public sealed class SearchForCaller(NominalFinding finding, Reads reads)
{
    public const int MaxFound = 20;

    public async Task<PeopleFound> FindAsync(Caller caller, SearchQuestion question, string reason, CancellationToken cancellationToken)
    {
        var (found, shown) = await finding.FindAsync(question, MaxFound, cancellationToken);

        // Asked for together, so that the log may keep them with one flush.
        await Task.WhenAll(shown.Select(f => $"nominal:{f.Nominal.Id}").Prepend("nominals")
            .Select(subject => reads.AllowedAsync(caller, Operation.SearchNominals, subject, reason, cancellationToken)));
        return new PeopleFound(
            [.. question.Understood, .. found.ById.Except(question.Understood.Where(u => u.Field == SearchField.Id).Select(u => u.Value)).Select(id => new Understood(SearchField.Id, id, Maybe: true))],
            found,
            shown);
    }
}

/// <summary>Who was found.</summary>
/// <param name="Understood">How each word was read.</param>
/// <param name="Search">What the search says of itself.</param>
/// <param name="Shown">Best first.</param>
public sealed record PeopleFound(IReadOnlyList<Understood> Understood, NominalsFound Search, IReadOnlyList<FoundNominal> Shown);

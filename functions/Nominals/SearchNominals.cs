using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Json;
using Hub.Matching.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Nominals;

/// <summary>
/// Who on the register fits what is known, in free words or by single fields. A reason must be given, and is kept; the
/// words looked for are not: they may name somebody on no register, and nothing takes them out of the access log again.
/// </summary>
public sealed class SearchNominals(SearchForCaller search, TimeProvider time)
{
    [Function("nominals_search")]
    [Requires(Operation.SearchNominals)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/nominals")] HttpRequest request, CancellationToken cancellationToken)
    {
        List<FieldError> errors = [];
        if (!SearchParameters.TryRead(request.Query[SearchReading.FreeText].FirstOrDefault(), parameter => request.Query[parameter], time.GetUtcNow(), out var question, out var wrong))
        {
            errors.AddRange(wrong);
        }

        errors.AddRange(Unread(request.Query));
        if (Reason.Read(request) is not { } reason)
        {
            errors.Add(Reason.Missing);
            reason = "";
        }

        if (question is null || errors.Count > 0)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid-request", "The search cannot be made.", errors: errors);
        }

        var found = await search.FindAsync(request.HttpContext.Caller(), question, reason, cancellationToken);
        return Results.Json(
            new
            {
                found.Understood,
                Found = found.Search.Fit,
                found.Search.CutShort,
                Items = found.Shown.Select(f => new { f.Nominal, Evidence = f.Evidence.Fields, Bits = f.Evidence.TotalBits }),
            },
            HubJson.Options);
    }

    // What is passed over would show people whom it was meant to exclude.
    private static IEnumerable<FieldError> Unread(IQueryCollection query) => query
        .Where(q => !IsKnown(q.Key) || (q.Value.Count > 1 && !SearchParameters.Fields.Any(f => Is(q.Key, f.Parameter))))
        .Select(q => IsKnown(q.Key)
            ? new FieldError(q.Key, FieldErrorCode.TooMany, "Given more than once. Put all of it into one.")
            : new FieldError("query", FieldErrorCode.NotOneOf, $"A parameter has a name that no search has. There are {SearchReading.FreeText}, {string.Join(", ", SearchParameters.Fields.Select(f => f.Parameter))} and reason."));

    // Functions has a key of its own among the parameters.
    private static bool IsKnown(string parameter) =>
        Is(parameter, SearchReading.FreeText) || Is(parameter, SearchParameters.Reason) || Is(parameter, "code") || SearchParameters.Fields.Any(f => Is(parameter, f.Parameter));

    private static bool Is(string given, string parameter) => given.Equals(parameter, StringComparison.OrdinalIgnoreCase);
}

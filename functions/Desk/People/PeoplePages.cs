using Hub.Desk.Forms;
using Hub.Desk.Pages.People;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Nominals;
using Hub.Identity;
using Hub.Json;
using Hub.Matching.Searching;
using Hub.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.People;

/// <summary>Who on the register fits what an officer knows. What is entered is never in an address that can be read.</summary>
public sealed class PeoplePages(SearchForCaller search, KeptSearches kept, GivenReason reasons, PageMaking pages, TimeProvider time)
{
    private static readonly FieldError TooMuch = new(SearchReading.FreeText, FieldErrorCode.TooLong, "This is too much for one search. Leave out what you are least sure of.");

    [Function("desk_people")]
    [Page]
    [Requires(Operation.SearchNominals)]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/people")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        if (request.Query["q"].FirstOrDefault() is not { } address)
        {
            return pages.Show<PeoplePage>(request, new PeopleModel { Form = FormState.Empty });
        }

        if (kept.Read(caller, address) is not { } entered)
        {
            return pages.Show<PeoplePage>(request, new PeopleModel { Form = FormState.Empty, IsGone = true });
        }

        var (question, reason, form) = Read(entered);
        if (question is null)
        {
            return Wrong(request, form);
        }

        var found = await search.FindAsync(caller, question, reason, cancellationToken);
        var because = reasons.Protect(caller, reason);
        var today = LondonTime.DateOf(time.GetUtcNow());
        return pages.Show<PeoplePage>(request, new PeopleModel
        {
            Form = form,
            Found = new FoundPeople
            {
                Sure = SearchWords.Sure(found.Understood),
                Tried = SearchWords.Tried(found.Understood),
                Fit = found.Search.Fit,
                CutShort = found.Search.CutShort,
                Shown = [.. found.Shown.Select(f => PersonCards.Of(f, today, PersonAddresses.Record(f.Nominal.Id, because)))],
            },
        });
    }

    [Function("desk_people_post")]
    [Page]
    [Requires(Operation.SearchNominals)]
    public async Task<IResult> Search([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (question, _, form) = Read(await FormReading.ReadAsync(request, cancellationToken));
        if (question is null)
        {
            return Wrong(request, form);
        }

        return kept.Protect(request.HttpContext.Caller(), form) is { } address
            ? pages.Done(request, $"/desk/people?q={address}")
            : Wrong(request, form with { Errors = [TooMuch] });
    }

    private IResult Wrong(HttpRequest request, FormState form) => pages.Show<PeoplePage>(request, new PeopleModel { Form = form }, StatusCodes.Status422UnprocessableEntity);

    private (SearchQuestion? Question, string Reason, FormState Form) Read(FormState entered)
    {
        var isRead = SearchParameters.TryRead(
            entered.Value(SearchReading.FreeText), field => entered.Values.GetValueOrDefault(field, []), time.GetUtcNow(), out var question, out var errors);
        var reason = Reason.Of(entered.Value(SearchParameters.Reason));
        return isRead && reason is not null
            ? (question, reason, entered)
            : (null, "", entered with { Errors = reason is null ? errors.Add(Reason.Missing) : errors });
    }
}

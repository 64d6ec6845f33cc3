using Hub.Cases;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Deadlines;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Notices;
using Hub.Paging;
using Hub.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Deadlines;

/// <summary>What all London must have acknowledged by when, for whoever chases it.</summary>
public sealed class DeadlinesPages(ICaseStore cases, ArrivalsAhead arrivals, Teams teams, RecipientWords words, NoticeText text, Access access, Reads reads, PageMaking pages, TimeProvider time)
{
    private const int PageSize = 50;

    [Function("desk_deadlines")]
    [Page]
    [Requires(Operation.ReadDeadlines)]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/deadlines")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var filter = FormState.Empty.With("team", Among(teams.All, request.Query["team"])).With("borough", Among(teams.Boroughs, request.Query["borough"]));
        var query = new DeadlineQuery(Given(filter, "team"), Given(filter, "borough"));
        var continuation = request.Query["continuation"].FirstOrDefault();
        var now = time.GetUtcNow();
        var page = await cases.ListDeadlinesAsync(query, new PageRequest(PageSize, continuation), cancellationToken);
        await reads.AllowedAsync(caller, Operation.ReadDeadlines, "deadlines", null, cancellationToken);
        return pages.Show<DeadlinesPage>(request, new DeadlinesModel
        {
            Filter = filter,
            Teams = [new("", "Every team"), .. teams.All],
            Boroughs = [new("", "Every borough"), .. teams.Boroughs],
            Overdue = await CountAsync(query, null, now, cancellationToken),
            Soon = await CountAsync(query, now, now + DueGroups.Soon, cancellationToken),
            Today = await CountAsync(query, now, LondonTime.StartOf(LondonTime.DateOf(now).AddDays(1)), cancellationToken),
            Deadlines = [.. page.Items.Select(n => new Deadline(text.Of(n), words.Of(n.Recipient), n.EscalateTo is { } chaser ? words.Of(chaser) : null))],
            Arrivals = continuation is null && access.MayCall(caller, Operation.ReadDeportedOffender) ? await arrivals.ReadAsync(caller, now, cancellationToken) : null,
            First = continuation is null ? null : AddressOf(filter, null),
            Next = page.Continuation is null ? null : AddressOf(filter, page.Continuation),
        });
    }

    private Task<int> CountAsync(DeadlineQuery query, DateTimeOffset? after, DateTimeOffset by, CancellationToken cancellationToken) =>
        cases.CountDeadlinesAsync(query, after, by, AtMost.Counted, cancellationToken);

    /// <summary>A value that can be chosen; else none, so that an address typed wrong shows all and not nothing.</summary>
    private static string Among(IEnumerable<Choice> choices, string? asked) => choices.FirstOrDefault(c => c.Value == asked)?.Value ?? "";

    private static string? Given(FormState filter, string field) => filter.Value(field) is { Length: > 0 } value ? value : null;

    private static string AddressOf(FormState filter, string? continuation) =>
        $"/desk/deadlines?team={filter.Value("team")}&borough={filter.Value("borough")}{(continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")}";
}

using Hub.Cases;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Desk.SignIn;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Reports.Reviewing;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Reviews;

/// <summary>Leads on to the next case, which is then the caller's; or to the queue, where none is left.</summary>
public sealed class NextReview(ReviewQueue queue, ReviewHolds holds, PageMaking pages)
{
    /// <param name="left">The case left behind, given back where the caller had it; null where there is none.</param>
    /// <param name="onwards">On from that case; else from the beginning of the queue.</param>
    /// <param name="done">What was done, said on the page led to; null where nothing was.</param>
    public async Task<IResult> GoAsync(HttpRequest request, string recipient, CaseId? left, bool onwards, string? done, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        if (left is { } case_)
        {
            await holds.ReleaseAsync(case_, caller.Actor, cancellationToken);
        }

        var taken = await queue.TakeNextAsync(recipient, left, onwards, caller.Actor, NameOf(request), cancellationToken);
        return taken is { } id
            ? pages.Done(request, $"/desk/reviews/{id.Value:D}", done is null ? null : $"{done} This is the next case.")
            : pages.Done(request, QueueOf(caller, recipient), done ?? "No other case waits that nobody has open.");
    }

    /// <summary>The queue a caller comes back to.</summary>
    internal static string QueueOf(Caller caller, string recipient) =>
        caller.Role == Role.Supervisor ? $"/desk/reviews?recipient={Uri.EscapeDataString(recipient)}" : "/desk/reviews";

    /// <summary>What colleagues are told who has a case open.</summary>
    internal static string NameOf(HttpRequest request) => request.HttpContext.Session()!.Name;
}

using Hub.Desk.Pages.Inbox;
using Hub.Desk.Pages.OneNotice;
using Hub.Desk.Words;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Identity;
using Hub.Functions.Notices;
using Hub.Functions.Reports;
using Hub.Identity;
using Hub.Notices;
using Hub.Places;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.OneNotice;

/// <summary>One notice: what, who, why, what to do, by when, and what became of it.</summary>
public sealed class NoticePages(
    ReachableNotices reachable, Acknowledging acknowledging, Timelines timelines, NoticeLinks links, Access access, Reads reads,
    RecipientWords words, NoticeText text, CountryDirectory countries, AirportDirectory airports, PageMaking pages, TimeProvider time)
{
    [Function("desk_notice")]
    [Page]
    [Requires(Operation.ListNotices)]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/notices/{id:length(49)}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var caller = request.HttpContext.Caller();
        var (file, notice, problem) = await reachable.FindAsync(caller, Operation.ListNotices, id, cancellationToken);
        if (file is null)
        {
            return problem!;
        }

        await reads.AllowedAsync(caller, Operation.ListNotices, $"notice:{id}", null, cancellationToken);
        var (whole, audit) = await timelines.ReadAsync(file, cancellationToken);
        notice = whole.Notices.FirstOrDefault(n => n.Id == id) ?? notice!;
        var content = new ContentReading(new ContentWords(countries, airports, words, time.GetUtcNow()), (member, value) => links.OfMember(caller, whole, member, value));
        return pages.Show<NoticePage>(request, new NoticeModel
        {
            Notice = text.Of(notice),
            Whose = words.Of(notice.Recipient),
            Chaser = notice.EscalateTo is { } chaser ? words.Of(chaser) : null,
            Content = content.Read(notice.Content),
            Timeline = [.. audit.Where(e => e.About.TryGetValue("notice", out var about) && about == id)],
            Links = links.Of(caller, whole, notice),
            MayAcknowledge = access.MayReach(caller, Operation.AcknowledgeNotice, notice.Recipient) && !Acknowledgement.AsksForDecision(notice, whole),
            Inbox = InboxAddress.Of(notice.Recipient, InboxView.Open),
        });
    }

    [Function("desk_notice_acknowledge")]
    [Page]
    [Requires(Operation.AcknowledgeNotice)]
    public async Task<IResult> Acknowledge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/notices/{id:length(49)}/acknowledgement")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (done, problem) = await acknowledging.AcknowledgeAsync(request.HttpContext.Caller(), id, cancellationToken);
        return done is null ? problem! : pages.Done(request, $"/desk/notices/{id}", done switch
        {
            { Now: true } => "The notice is acknowledged.",
            { Notice.State: NoticeState.Withdrawn } => "The notice was withdrawn meanwhile. You need do nothing.",
            _ => "The notice had been acknowledged already.",
        });
    }
}

using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Json;
using Hub.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>Notices raised without a report of any feed, in one case.</summary>
internal static class NoticesAdded
{
    /// <returns>Their ids in the order given, once they are in their inboxes.</returns>
    public static async Task<string[]> AddNoticesAsync(this TestHub hub, params NoticeDraft[] drafts)
    {
        var told = new List<string>();
        foreach (var some in drafts.Chunk(15))
        {
            var file = await hub.Services.GetRequiredService<Records>().EditAsync<object>("notices-added", Guid.NewGuid().ToString("N"), Actor.Hub, (edit, _) =>
            {
                NoticeRaising.Raise(edit, some);
                return new { };
            }, CancellationToken.None);
            told.AddRange(some.Select(draft => file.Notices.Single(n => (n.Title, n.Recipient) == (draft.Title, draft.Recipient)).Id));
        }

        await hub.DrainAsync();
        return [.. told];
    }

    public static async Task WithdrawAsync(this TestHub hub, string id, string because)
    {
        NoticeId.TryGetCase(id, out var of);
        await hub.Services.GetRequiredService<CaseEditor>().EditAsync(of, Actor.Hub, edit => NoticeWithdrawal.Withdraw(edit, edit.Case.Notices.Single(n => n.Id == id), because), CancellationToken.None);
        await hub.DrainAsync();
    }

    public static NoticeDraft Draft(string title = "A test", string recipient = "yot:camden", string kind = NoticeKind.Arrest, object? content = null) => new()
    {
        Kind = kind,
        Recipient = recipient,
        About = Guid.NewGuid().ToString("N"),
        Title = title,
        Reason = "It is a test.",
        Content = JsonSerializer.SerializeToElement(content ?? new { }, HubJson.Options),
    };
}

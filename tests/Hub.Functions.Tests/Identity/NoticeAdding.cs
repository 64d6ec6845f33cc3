using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Identity;

/// <summary>Raises notices to recipients that no feed writes to yet, so that their access can be tested.</summary>
internal static class NoticeAdding
{
    public static async Task AddAsync(IServiceProvider services, string report, string[] recipients, string kind = "test") =>
        await services.GetRequiredService<CaseEditor>().EditAsync(CaseId.Parse(report), Actor.Hub, edit => NoticeRaising.Raise(edit, recipients.Select(recipient => new NoticeDraft
        {
            Kind = kind,
            Recipient = recipient,
            Title = "Test",
            Reason = "Test.",
            Content = A.Json("{}"),
        })), CancellationToken.None);
}

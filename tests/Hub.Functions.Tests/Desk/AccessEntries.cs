using Hub.Auditing;
using Hub.Paging;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>What the access log says of a subject.</summary>
internal static class AccessEntries
{
    public static async Task<AccessEntry[]> OfAsync(TestHub hub, string subject) =>
        [.. (await hub.Services.GetRequiredService<IAccessLog>().ReadAsync(subject, new PageRequest(PageRequest.MaxSize), CancellationToken.None)).Items.Select(i => i.Entry)];
}

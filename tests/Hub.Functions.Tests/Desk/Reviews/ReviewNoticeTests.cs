using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>A notice that asks for a decision is answered by deciding: acknowledged alone, nobody would look any more.</summary>
public sealed class ReviewNoticeTests
{
    [Fact]
    public async Task It_cannot_be_acknowledged_while_the_match_is_only_possible()
    {
        var (hub, reports) = await ReviewScene.OpenAsync();
        await using var whole = hub;
        var notice = (await ReviewScene.ReportAsync(hub, reports[0])).Notice("ppd:camden").Text("id");

        using var officer = hub.As("ppdOfficer", "Camden");
        using var refused = await officer.PostAsync($"api/notices/{notice}/acknowledgement", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("decision-needed", (await refused.Content.ReadFromJsonAsync<JsonElement>()).Text("code"));

        using var desk = await ReviewScene.SignInAsync(hub, "ppdOfficer", "pc-1");
        var inbox = await desk.GetAsync("/desk/inbox");
        Assert.Contains($"/desk/reviews/{reports[0]}", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{notice}\"", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("Acknowledge this notice", await desk.GetAsync($"/desk/notices/{notice}"), StringComparison.Ordinal);
        Assert.Contains("asks for a decision", await desk.PostAndFollowAsync("/desk/inbox", ("notice", notice)), StringComparison.Ordinal);
        Assert.Contains(reports[0], await desk.GetAsync("/desk/reviews"), StringComparison.Ordinal);
    }
}

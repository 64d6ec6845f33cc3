using System.Net.Http.Json;
using System.Text.Json;
using Hub.Testing;

namespace Hub.Functions.Tests.Audit;

/// <summary>Who looked at whom, and why, is kept, and so is every refusal.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Every_reading_of_a_person_is_kept_with_who_when_what_and_why()
    {
        await hub.KnowAsync(A.Nominal("N-1") with { Names = [new Persons.PersonName { Surname = "Moss", Given = ["Ada"] }] });
        var report = await hub.ArrestAsync(new Arrest());
        using var officer = hub.As("ppdOfficer", "Camden", name: "pc-9");

        await officer.GetAsync("api/nominals/N-1?reason=checking%20an%20address");
        await officer.GetAsync($"api/reports/{report.Text("id")}");

        var entries = await EntriesAsync();
        Assert.Contains(entries, e => e.Text("by") == "pc-9" && e.Text("role") == "ppdOfficer" && e.Text("action") == "read-nominal" && e.Text("subject") == "nominal:N-1" && e.Text("reason") == "checking an address" && e.GetProperty("allowed").GetBoolean());
        Assert.Contains(entries, e => e.Text("by") == "pc-9" && e.Text("action") == "read-report" && e.Text("subject") == $"case:{report.Text("id")}" && !e.GetProperty("allowed").GetBoolean());
    }

    [Fact]
    public async Task A_search_needs_a_reason_and_leaves_a_trace_on_everybody_found()
    {
        await hub.KnowAsync(A.Nominal("N-1"));
        using var officer = hub.As("supervisor", name: "ds-1");

        using var without = await officer.GetAsync("api/nominals?pncId=2024/0184403C");
        Assert.Equal(400, (int)without.StatusCode);
        var known = A.Nominal("N-1").Names[0].Surname;
        using var unreadable = await officer.GetAsync("api/nominals?surname=---&born=2011-05-19&reason=a%20call%20from%20custody");
        Assert.Equal(400, (int)unreadable.StatusCode);

        var found = await officer.GetFromJsonAsync<JsonElement>($"api/nominals?surname={known}&reason=a%20call%20from%20custody");

        Assert.Equal("N-1", Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("nominal").Text("id"));
        Assert.Contains(await EntriesAsync(), e => e.Text("action") == "search-nominals" && e.Text("subject") == "nominal:N-1" && e.Text("by") == "ds-1");
    }

    [Fact]
    public async Task The_timeline_of_a_report_says_what_was_done_and_holds_together()
    {
        var report = await hub.ArrestAsync(new Arrest());

        Assert.Equal(["report.accepted", "report.assessed", "notice.raised", "notice.delivered"], report.Actions());
        Assert.True(report.GetProperty("timelineIntact").GetBoolean());
    }

    [Fact]
    public async Task A_partner_sees_its_own_notice_and_nobody_elses_nor_who_was_considered()
    {
        await hub.KnowAsync(A.Nominal("N-1") with
        {
            Names = [new Persons.PersonName { Surname = "Featherstone", Given = ["Ophelia"] }],
            Born = Persons.BirthDate.Parse("2011-05-19"),
        });
        var report = await hub.ArrestAsync(new Arrest());
        using var yot = hub.As("yotOfficer", "Camden");

        var seen = await yot.GetFromJsonAsync<JsonElement>($"api/reports/{report.Text("id")}");

        Assert.Equal(["yot:camden arrest"], seen.Told());
        Assert.Equal("possible", seen.GetProperty("match").Text("outcome"));
        Assert.DoesNotContain("N-1", seen.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ppd:", seen.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<JsonElement[]> EntriesAsync()
    {
        using var auditor = hub.As("auditor");
        return [.. (await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500")).GetProperty("items").EnumerateArray()];
    }
}

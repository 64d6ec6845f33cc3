using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Cases;
using Hub.Functions.Http;
using Hub.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Arrests;

/// <summary>What custody may send by mistake or malice: a clear answer each time, and nothing half-kept.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    private static string Good => JsonSerializer.Serialize(new Arrest { Reference = "BAD/1" }, HubJson.Options);

    [Fact]
    public async Task A_body_cut_short_is_refused_with_the_place() =>
        await RefusedAsync(await hub.PostArrestTextAsync(Good[..(Good.Length / 2)]), 400, "malformed");

    [Fact]
    public async Task An_empty_body_is_refused() =>
        await RefusedAsync(await hub.PostArrestTextAsync(""), 400, "empty-body");

    [Fact]
    public async Task A_body_that_is_no_object_is_refused() =>
        await RefusedAsync(await hub.PostArrestTextAsync("[1,2,3]"), 422, "report-refused");

    [Fact]
    public async Task A_body_of_50_megabytes_is_refused()
    {
        var body = new byte[50 * 1024 * 1024];
        Array.Fill(body, (byte)' ');
        await RefusedAsync(await hub.PostArrestBytesAsync(body), 413, "body-too-large");
    }

    [Fact]
    public async Task A_large_body_without_a_length_is_refused_once_it_passes_the_limit()
    {
        using var custody = hub.As("feed", feed: "arrests");
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/reports/arrests") { Content = new StreamContent(new MemoryStream(new byte[RequestBody.MaxBytes + 1])) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new("application/json");
        await RefusedAsync(await custody.SendAsync(request), 413, "body-too-large");
    }

    [Fact]
    public async Task Ten_thousand_levels_of_nesting_are_refused() =>
        await RefusedAsync(await hub.PostArrestTextAsync($"{{\"a\":{new string('[', 10_000)}{new string(']', 10_000)}}}"), 400, "too-deep");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task Another_content_type_is_refused(string type) =>
        await RefusedAsync(await hub.PostArrestBytesAsync(Encoding.UTF8.GetBytes(Good), type), 415, "unsupported-media-type");

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_with_the_offset()
    {
        var problem = await RefusedAsync(await hub.PostArrestBytesAsync([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}']), 400, "invalid-utf-8");
        Assert.Contains("offset 2", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_twice_in_one_object_is_refused() =>
        await RefusedAsync(await hub.PostArrestTextAsync(Good.Replace("\"station\"", "\"reference\"", StringComparison.Ordinal)), 400, "duplicate-name");

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_and_not_an_error_of_ours() =>
        await RefusedAsync(await hub.PostArrestTextAsync(Good.Replace("Ottilie", "\\ud800", StringComparison.Ordinal)), 422, "report-refused");

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_field_nobody_reads_is_no_error() =>
        Assert.Equal(HttpStatusCode.Accepted, (await hub.PostArrestTextAsync(Good.Replace("{\"reference\"", "{\"other\":\"\\ud800\",\"reference\"", StringComparison.Ordinal))).StatusCode);

    [Fact]
    public async Task The_thirty_first_of_February_and_a_wrong_check_letter_are_refused_at_once_each_by_its_path()
    {
        using var answer = await hub.PostArrestAsync(new Arrest
        {
            Reference = null,
            ArrestedAt = "2026-02-31T10:00:00Z",
            ArrestBorough = "Atlantis",
            Subject = new Child { Born = "2011-02-31", PncId = "2024/0184403X", Addresses = [new { borough = "Nowhere" }] },
        });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            [
                ("$.arrestBorough", "unknown-borough"),
                ("$.arrestedAt", "not-an-instant"),
                ("$.reference", "required"),
                ("$.subject.addresses[0].borough", "unknown-borough"),
                ("$.subject.born", "not-a-date"),
                ("$.subject.pncId", "invalid-identifier"),
            ],
            problem.Errors().Order());
        await NothingKeptAsync();
    }

    [Fact]
    public async Task An_adult_and_an_arrest_in_the_future_are_refused()
    {
        var adult = await (await hub.PostArrestAsync(new Arrest { Subject = new Child { Born = "2008-11-22" } })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([("$.subject.born", "subject-adult")], adult.Errors());
        var future = await (await hub.PostArrestAsync(new Arrest { ArrestedAt = TestHub.Start.AddHours(1) })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([("$.arrestedAt", "arrest-in-future")], future.Errors());
        await NothingKeptAsync();
    }

    [Fact]
    public async Task The_same_report_again_gets_the_same_answer_and_is_not_doubled()
    {
        var first = await hub.PostArrestTextAsync(Good);
        var respelled = Good.Replace(",", " ,\n  ", StringComparison.Ordinal);
        var second = await hub.PostArrestTextAsync(respelled);

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(["yot:camden arrest"], (await hub.SettledAsync(first.Headers.Location!)).Told());
    }

    [Fact]
    public async Task Another_report_under_the_same_reference_is_a_conflict_and_the_first_stands()
    {
        var first = await hub.PostArrestAsync(new Arrest { Reference = "SAME/1" });
        var second = await hub.PostArrestAsync(new Arrest { Reference = "SAME/1", Station = "Another custody" });

        Assert.Equal("reference-conflict", (await RefusedAsync(second, 409, "reference-conflict", kept: 1)).Text("code"));
        Assert.Equal("Islington custody", (await hub.SettledAsync(first.Headers.Location!)).GetProperty("report").Text("station"));
    }

    [Fact]
    public async Task The_same_report_fifty_times_at_once_makes_one_notice()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => hub.PostArrestTextAsync(Good)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        var report = await hub.SettledAsync(answers[0].Headers.Location!);
        Assert.Equal(["yot:camden arrest"], report.Told());
        Assert.Single(report.Actions(), a => a == "report.accepted");
    }

    [Fact]
    public async Task The_largest_report_that_is_taken_in_can_also_be_assessed()
    {
        await hub.KnowAsync(A.Nominal("N-1") with { Names = [new PersonName { Surname = "Featherstone", Given = ["Ottilie"] }], Born = BirthDate.Parse("2011-05-19"), Markers = [Marker.Missing, Marker.CarePlan] });
        var notice = new Arrest { Subject = Child.WithoutHome };
        var room = RequestBody.MaxBytes - JsonSerializer.SerializeToUtf8Bytes(notice, HubJson.Options).Length - 2_000;

        // A character of four bytes is stored as an escape of twelve.
        var flags = Enumerable.Range(0, 50).Select(_ => string.Concat(Enumerable.Repeat("\U0001F600", 49)));
        var aliases = Enumerable.Range(0, 50).Select(_ => $$"""{"surname":"{{string.Concat(Enumerable.Repeat("\U0001F600", Math.Min(98, room / 50 / 4 - 60)))}}"}""");
        var body = JsonSerializer.Serialize(notice with { RiskFlags = null }, HubJson.Options)
            .Replace("\"noFixedAbode\"", $"\"aliases\":[{string.Join(',', aliases)}],\"noFixedAbode\"", StringComparison.Ordinal);
        body = body[..^1] + $",\"riskFlags\":[{string.Join(',', flags.Select(f => $"\"{f}\""))}]}}";
        body += new string(' ', RequestBody.MaxBytes - Encoding.UTF8.GetByteCount(body));

        using var answer = await hub.PostArrestTextAsync(body);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var report = await hub.SettledAsync(answer.Headers.Location!);
        Assert.Equal("assessed", report.Text("status"));
        Assert.True(report.GetProperty("notices").GetArrayLength() >= 4);
    }

    private async Task<JsonElement> RefusedAsync(HttpResponseMessage answer, int status, string code, int kept = 0)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.Text("code")));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        if (kept == 0)
        {
            await NothingKeptAsync();
        }

        answer.Dispose();
        return problem;
    }

    private async Task NothingKeptAsync()
    {
        var store = hub.Services.GetRequiredService<ICaseStore>();
        Assert.Null(await store.ReadAsync(CaseId.For("arrests", "BAD/1"), CancellationToken.None));
        Assert.Empty(await store.UnsentEventsAsync(DateTimeOffset.MaxValue, 10, CancellationToken.None));
        await hub.DrainAsync();
        using var supervisor = hub.As("supervisor");
        Assert.Equal(0, (await supervisor.GetFromJsonAsync<JsonElement>("api/notices?recipient=yot:camden")).GetProperty("items").GetArrayLength());
    }
}

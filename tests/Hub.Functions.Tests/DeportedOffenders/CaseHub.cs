using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Functions.Tests.Identity;
using Hub.Json;
using Hub.Paging;
using Hub.Persons;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.DeportedOffenders;

/// <summary>The whole hub, with everybody who has to do with deported offenders.</summary>
public sealed class CaseHub : IAsyncDisposable
{
    private CaseHub(TestHub hub)
    {
        Hub = hub;
        Supervisor = hub.As("supervisor", name: "dci-1");
        Camden = hub.As("jigsawOfficer", "Camden", name: "camden-7");
        Brent = hub.As("jigsawOfficer", "Brent", name: "brent-1");
    }

    public TestHub Hub { get; }

    public HttpClient Supervisor { get; }

    /// <summary>The borough team that a notice of every case here goes to.</summary>
    public HttpClient Camden { get; }

    /// <summary>A team that no notice goes to.</summary>
    public HttpClient Brent { get; }

    public static async Task<CaseHub> StartAsync() => new(await TestHub.StartAsync());

    /// <summary>A case opened by an alert on a nominal of its own.</summary>
    /// <param name="lands">Null where not known.</param>
    public Task<string> OpenAsync(string nominal = "N-1", TimeSpan? lands = null) => OpenAsync(Hub, nominal, lands);

    /// <summary>As the other, in any hub.</summary>
    public static async Task<string> OpenAsync(TestHub hub, string nominal, TimeSpan? lands = null)
    {
        var landing = TestHub.Start + lands;
        var known = A.Nominal(nominal) with { Names = [new PersonName { Surname = "Thornbury", Given = ["Alaric"] }] };
        await hub.KnowAsync(known);
        var alert = new JoinedAlert(CaseId.For("deported-offenders", $"alert-{nominal}"), "interpol-london", TestHub.Start, AlertStanding.Live, new DeportedOffenderAlert
        {
            Reference = $"alert-{nominal}",
            Source = AlertSource.Interpol,
            AlertedAt = TestHub.Start,
            Subject = new PersonDetails { Names = known.Names, Born = BirthDate.Parse("1971-03-04") },
            Convictions = [new ForeignConviction("Rape", "THA", BirthDate.Parse("2019"), "7 years", Sexual: true, Violent: true)],
            DeportingState = "THA",
            Arrival = landing is { } at ? new Arrival("BA10", "LHR", new FlightTime(DateOnly.FromDateTime(at.Date), at, at)) : null,
            NoFixedAbode = true,
            RiskLevel = RiskLevel.High,
            RiskInformation = "Threatened a witness.",
        });
        var id = (await hub.Services.GetRequiredService<DeportedOffenderCases>().JoinAsync(known, alert, CancellationToken.None)).ToString();
        await NoticeAdding.AddAsync(hub.Services, id, ["jigsaw:camden"]);
        return id;
    }

    public async Task<JsonElement> ReadAsync(string id, HttpClient? by = null) => await (by ?? Supervisor).GetFromJsonAsync<JsonElement>($"api/deported-offenders/{id}");

    public Task<(int Status, JsonElement Body)> MoveAsync(string id, string move, object body, HttpClient? by = null) =>
        PostAsync($"api/deported-offenders/{id}/moves/{move}", JsonContent.Create(body, options: HubJson.Options), by);

    public Task<(int Status, JsonElement Body)> NoteAsync(string id, object body, HttpClient? by = null) =>
        PostAsync($"api/deported-offenders/{id}/notes", JsonContent.Create(body, options: HubJson.Options), by);

    public async Task<(int Status, JsonElement Body)> AttachAsync(string id, string name, byte[] content, string? type = "application/octet-stream", HttpClient? by = null)
    {
        var bytes = new ByteArrayContent(content);
        bytes.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        return await PostAsync($"api/deported-offenders/{id}/attachments?name={Uri.EscapeDataString(name)}&description=As%20sent", bytes, by);
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string address, HttpContent content, HttpClient? by = null)
    {
        using var answer = await (by ?? Camden).PostAsync(address, content);
        content.Dispose();
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public async Task<IReadOnlyList<AccessEntry>> LoggedAsync(string subject) =>
        [.. (await Hub.Services.GetRequiredService<IAccessLog>().ReadAsync(subject, new PageRequest(PageRequest.MaxSize), CancellationToken.None)).Items.Select(i => i.Entry)];

    public async ValueTask DisposeAsync() => await Hub.DisposeAsync();
}

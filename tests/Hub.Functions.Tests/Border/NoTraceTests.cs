using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>Passengers who are not hits leave no trace (DOMAIN §4): every byte the hub keeps is searched for them.</summary>
public sealed class NoTraceTests : IAsyncLifetime
{
    private const int Strangers = 60;
    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury, Offenders.Hollowbread);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task After_screening_only_the_kept_file_names_them_and_after_its_time_nothing_does()
    {
        var list = PaxlstText.Write(Lists.Out([Lists.Traveller(Offenders.Thornbury, booking: "QX7RT2"), .. People()]));
        var manifest = await border.ScreenAsync(Lists.Edifact(list.Replace($"DTM+329:{Born(3):yyyyMMdd}", "DTM+329:19993399", StringComparison.Ordinal)));
        Assert.Equal((Strangers, 1, 1), (manifest.Count("screened"), manifest.GetProperty("setAside").Count("count"), manifest.GetProperty("hits").Count("count")));
        var secrets = Secrets();

        // The search itself is right: the file is found as long as it is there.
        var whereKept = KeptBytes.Search(border.Hub.Folder, secrets);
        Assert.Equal(["manifests"], whereKept.Select(found => found.File.Split('/')[0]).Distinct());
        Assert.Contains(whereKept, found => found.Word is "QUILLFEATHER0" or "Quillfeather0");

        await border.Hub.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.NotEmpty(KeptBytes.Files(border.Hub.Folder, "manifests"));
        await border.Hub.AdvanceAsync(TimeSpan.FromHours(1));
        await border.Hub.UntilAsync(() => KeptBytes.Files(border.Hub.Folder, "manifests").Count == 0, TimeSpan.FromMinutes(1));
        Assert.True(border.Hub.Time.GetUtcNow() < TestHub.Start.AddHours(25));

        Assert.Empty(KeptBytes.Search(border.Hub.Folder, secrets));
        Assert.DoesNotContain(secrets, secret => border.Hub.Log.All.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(KeptBytes.Search(border.Hub.Folder, ["Thornbury"]));
    }

    [Fact]
    public async Task A_file_with_a_flight_that_is_not_monitored_goes_as_soon_as_the_other_is_screened()
    {
        var unmonitored = Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3));
        var manifest = await border.ScreenAsync(Lists.Out(Offenders.Thornbury), new PaxlstManifest(unmonitored, [.. People()]));

        Assert.Equal(("screened", 1, Strangers), (manifest.Text("state"), manifest.GetProperty("hits").Count("count"), manifest.Count("notMonitored")));
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, Secrets()));
    }

    [Fact]
    public async Task A_file_whose_time_was_over_is_not_kept_for_being_sent_again()
    {
        var unmonitored = Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3));
        PaxlstManifest[] mixed = [Lists.Out(Offenders.Thornbury), new PaxlstManifest(unmonitored, [.. People()])];
        await border.ScreenAsync(mixed);

        var again = await border.ScreenAsync(mixed);

        Assert.Equal(("screened", 1), (again.Text("state"), again.Count("round")));
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, Secrets()));
    }

    [Fact]
    public async Task Of_a_flight_that_is_not_monitored_nothing_is_kept()
    {
        var unmonitored = Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3));
        var (status, problem) = await border.UploadAsync(Lists.Edifact(new PaxlstManifest(unmonitored, [Lists.Traveller(Offenders.Thornbury), .. People()])));

        Assert.Equal((422, "route-not-monitored"), ((int)status, problem.Text("code")));
        Assert.Contains("BA117 LHR-JFK", problem.Text("detail"), StringComparison.Ordinal);
        await border.Hub.DrainAsync();
        Assert.Empty(KeptBytes.Search(border.Hub.Folder, [.. Secrets(), "BA117"]));
        Assert.Empty(KeptBytes.Files(border.Hub.Folder, "manifests"));
    }

    /// <summary>Strangers, some on the booking of the hit, one with a name much like his.</summary>
    private static IEnumerable<PaxlstPerson> People() => Enumerable.Range(0, Strangers).Select(i => Lists.Stranger(
        i == 7 ? "Thornbury" : $"Quillfeather{i}", $"Xanthippa{i}", Born(i).ToString("yyyy-MM-dd"), Passport(i), booking: i % 10 == 0 ? "QX7RT2" : $"ZW{i:D4}"));

    private static DateOnly Born(int i) => new DateOnly(1931, 1, 5).AddDays(i * 331);

    private static string Passport(int i) => $"{611_000_137 + (i * 104_729)}";

    private static string[] Secrets() =>
    [
        .. Enumerable.Range(0, Strangers).SelectMany(i => new[]
        {
            $"QUILLFEATHER{i}", $"Quillfeather{i}", $"quillfeather{i}", $"XANTHIPPA{i}", $"Xanthippa{i}", $"xanthippa{i}",
            $"{Born(i):yyyy-MM-dd}", $"{Born(i):yyyyMMdd}", $"{Born(i):dd/MM/yyyy}", Passport(i), $"ZW{i:D4}",
        }),
    ];
}

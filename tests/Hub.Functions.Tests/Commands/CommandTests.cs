using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Testing;

namespace Hub.Functions.Tests.Commands;

/// <summary>The commands as a user runs them, each in a process of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Hub.Functions.dll");
    private readonly string folder = Directory.CreateTempSubdirectory("hub-commands-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_demonstration_shows_who_was_told_and_ends_when_asked_to()
    {
        var (code, output, error) = await RunAsync("demo", "--once", "--port", "0");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("yot:lambeth (arrest)", output, StringComparison.Ordinal);
        Assert.Contains("compass (missing-child-located)", output, StringComparison.Ordinal);
        Assert.Contains("subject-adult", output, StringComparison.Ordinal);
        Assert.Contains("N-1001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_is_loaded_bad_rows_are_set_aside_by_line_and_loading_again_changes_nothing()
    {
        var file = await WriteAsync("register.ndjson",
            """{"id":"N-1","names":[{"surname":"Featherstone","given":["Ottilie"]}],"born":"2011-05-19"}""",
            """{"id":"N-2","names":[{"surname":"Moss"}],"pncId":"2024/0184403X"}""",
            """{"id":"N-3","names":""",
            """{"id":"N-4","names":[{"surname":"Quill","given":["Ann"]}]}""");

        var (code, output, _) = await RunAsync("load-register", file, "--data", folder);
        Assert.Equal(3, code);
        Assert.Contains("Loaded 2 nominals, set aside 2 rows", output, StringComparison.Ordinal);
        var setAside = await File.ReadAllLinesAsync(Path.Combine(folder, "set-aside", "register.ndjson.set-aside.ndjson"));
        Assert.Equal([2, 3], setAside.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("line").GetInt32()));

        var (_, again, _) = await RunAsync("load-register", file, "--data", folder);
        Assert.Contains("went on after line 4", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_without_a_column_that_is_needed_is_refused_with_what_was_found()
    {
        var file = await WriteAsync("people.csv", "colour,size", "red,4");

        var (code, _, error) = await RunAsync("load-register", file, "--data", folder);

        Assert.Equal(2, code);
        Assert.Contains("needs the columns id", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_reports_is_posted_matched_with_a_register_loaded_meanwhile_and_refusals_are_summed_up()
    {
        await using var hub = await HubProcess.ServeAsync(Program, folder, "--as-of", "2026-11-22T08:00:00Z");
        var register = await WriteAsync("register.csv", "id,surname,given,dob,pnc", "N-1,Featherstone,Ottilie,19/05/2011,");
        Assert.Equal(0, (await RunAsync("load-register", register, "--data", folder)).Code);
        await KnownAsync(hub, 1);
        var reports = await WriteAsync("arrests.ndjson",
            Line(new Arrest { Reference = "CMD/1" }),
            Line(new Arrest { Reference = "CMD/2", Subject = new Child { Born = "1990-01-01" } }),
            "{ this is no json",
            Line(new Arrest { Reference = "CMD/4", ArrestBorough = "Atlantis" }));

        var (code, output, _) = await RunAsync("post", "arrests", reports, "--data", folder, "--url", hub.Address.ToString(), "--refused", Path.Combine(folder, "refused.ndjson"));

        Assert.Equal(3, code);
        Assert.Contains("Taken in: 1. Refused: 3. Unanswered: 0.", output, StringComparison.Ordinal);
        Assert.Contains("subject-adult", output, StringComparison.Ordinal);
        Assert.Contains("unknown-borough", output, StringComparison.Ordinal);
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(folder, "refused.ndjson"))).Length);
    }

    [Fact]
    public async Task A_token_is_printed_and_opens_what_its_role_may()
    {
        await using var hub = await HubProcess.ServeAsync(Program, folder);
        var (code, token, _) = await RunAsync("token", "--role", "yotOfficer", "--borough", "LB Camden", "--data", folder);
        Assert.Equal(0, code);

        using var client = new HttpClient { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());

        Assert.Equal(200, (int)(await client.GetAsync("api/notices?recipient=yot:camden")).StatusCode);
        Assert.Equal(403, (int)(await client.GetAsync("api/notices?recipient=yot:brent")).StatusCode);
    }

    [Fact]
    public async Task The_public_key_of_the_tokens_is_printed_for_a_hub_elsewhere()
    {
        var (code, key, _) = await RunAsync("token", "--print-key", "--data", folder);
        Assert.Equal(0, code);
        Assert.Equal("RSA", JsonDocument.Parse(key).RootElement.GetProperty("kty").GetString());
    }

    [Fact]
    public async Task A_new_data_folder_is_open_to_its_owner_only()
    {
        var fresh = Path.Combine(folder, "fresh");
        Assert.Equal(0, (await RunAsync("token", "--role", "supervisor", "--data", fresh)).Code);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(fresh));
        }
    }

    [Theory]
    [InlineData("The role yotOfficer needs --borough.", "token", "--role", "yotOfficer")]
    [InlineData("--role is needed.", "token")]
    [InlineData("There is no role 'king'.", "token", "--role", "king")]
    [InlineData("There is no authority 'Atlantis'", "token", "--role", "yotOfficer", "--borough", "Atlantis")]
    [InlineData("--as-of is a moment with an offset", "serve", "--as-of", "2026-11-22")]
    [InlineData("There is no file", "load-register", "/nowhere.ndjson")]
    [InlineData("--url is the hub's address", "post", "arrests", "/nowhere.ndjson", "--url", "nonsense")]
    public async Task A_mistake_on_the_command_line_is_told_in_words(string words, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);
        Assert.NotEqual(0, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_hub_on_one_data_folder_is_refused()
    {
        await using var first = await HubProcess.ServeAsync(Program, folder);
        var (code, _, error) = await RunAsync("serve", "--data", folder, "--port", "0");
        Assert.Equal(1, code);
        Assert.Contains(folder, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var first = await HubProcess.ServeAsync(Program, folder);
        var (code, _, error) = await RunAsync("serve", "--data", Path.Combine(folder, "other"), "--port", $"{first.Address.Port}");
        Assert.Equal(1, code);
        Assert.Contains($"Port {first.Address.Port} is taken", error, StringComparison.Ordinal);
    }

    private static string Line(Arrest arrest) => JsonSerializer.Serialize(arrest, Json.HubJson.Options);

    private static async Task KnownAsync(HubProcess hub, int nominals)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new HttpClient { BaseAddress = hub.Address };
        while ((await client.GetFromJsonAsync<JsonElement>("health", patience.Token)).GetProperty("nominals").GetInt32() < nominals)
        {
            await Task.Yield();
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    private async Task<string> WriteAsync(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllLinesAsync(path, lines);
        return path;
    }
}

using System.Net;
using System.Text;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>A file in a form, as a page of a browser sends it, with the flight beside it.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private const string Lines = "Surname,Given names,Date of birth,Passport number\nThornbury,Alaric Peverell,1971-03-04,533401372\n";

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task Fields_before_the_file_state_the_flight()
    {
        var manifest = await border.ScreenAsync(Form(("flight", "BA9"), ("from", "LHR"), ("to", "BKK"), ("departs", "2026-11-22T21:30"), ("file", Lines)));

        Assert.Equal((1, "passengers.csv", "BA9"), (manifest.GetProperty("hits").Count("count"), manifest.Text("fileName"), manifest.GetProperty("lists")[0].Text("flight")));
    }

    [Fact]
    public async Task The_query_states_the_flight_as_well()
    {
        var (status, receipt) = await border.UploadAsync(new StringContent(Lines, Encoding.UTF8, "text/csv"), "?flight=BA9&from=LHR&to=BKK&departs=2026-11-22&name=passengers.csv");

        Assert.Equal((HttpStatusCode.Accepted, "LHR-BKK"), (status, receipt.GetProperty("lists")[0].Text("route")));
    }

    [Fact]
    public async Task Fields_after_the_file_come_too_late_and_the_file_says_what_it_lacks()
    {
        var (status, problem) = await border.UploadAsync(Form(("file", Lines), ("flight", "BA9"), ("from", "LHR"), ("to", "BKK"), ("departs", "2026-11-22")));

        Assert.Equal((422, "flight-missing"), ((int)status, Assert.Single(problem.Errors()).Code));
    }

    [Fact]
    public async Task A_file_of_its_own_words_needs_no_fields()
    {
        var manifest = await border.ScreenAsync(Form(("file", PaxlstText.Write(Lists.Out(Offenders.Thornbury)))));

        Assert.Equal(1, manifest.GetProperty("hits").Count("count"));
    }

    [Fact]
    public async Task A_path_in_the_files_name_is_not_kept()
    {
        var form = new MultipartFormDataContent { { new StringContent(PaxlstText.Write(Lists.Out(Offenders.Thornbury))), "file", "../../etc/list.edi" } };

        Assert.Equal("list.edi", (await border.ScreenAsync(form)).Text("fileName"));
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in parts)
        {
            if (name == "file")
            {
                form.Add(new StringContent(value), name, "passengers.csv");
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        return form;
    }
}

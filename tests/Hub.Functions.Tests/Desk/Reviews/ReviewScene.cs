using System.Text.Json;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>Possible matches at Camden's desk, and the people who work on them.</summary>
internal static class ReviewScene
{
    public const string Queue = "/desk/reviews";

    /// <summary>A hub whose register knows two sisters; children like them are arrested, each of whom may be either.</summary>
    /// <returns>The hub, and the reports' ids in the order of the queue.</returns>
    public static async Task<(TestHub Hub, string[] Reports)> OpenAsync(int reports = 1)
    {
        var hub = await TestHub.StartAsync();
        await hub.KnowAsync(Sister("N-1", "Ophelia") with { Markers = [Marker.Missing] }, Sister("N-2", "Odette"));
        var ids = new List<string>();
        for (var i = 0; i < reports; i++)
        {
            ids.Add((await hub.ArrestAsync(new Arrest())).Text("id"));
        }

        using var sergeant = await SignInAsync(hub, "ppdSergeant", "looker");
        var page = await sergeant.GetAsync(Queue);
        return (hub, [.. ids.OrderBy(id => page.IndexOf(id, StringComparison.Ordinal))]);
    }

    public static Nominal Sister(string id, string given) => A.Nominal(id) with
    {
        Names = [new PersonName { Surname = "Featherstone", Given = [given] }],
        Born = BirthDate.Parse("2011-05-19"),
        Sex = Sex.Female,
    };

    public static Task<DeskClient> SignInAsync(TestHub hub, string role, string name, string? borough = "Camden") => DeskClient.SignInAsync(hub, role, borough, name: name);

    public static string Page(string report) => $"{Queue}/{report}";

    public static (string Name, string Value)[] Decision(string decision, string rationale) => [("decision", decision), ("rationale", rationale)];

    public static Task<JsonElement> ReportAsync(TestHub hub, string id) => hub.SettledAsync(new Uri($"api/reports/{id}", UriKind.Relative));
}

using System.Text.Json;
using Hub.Functions.Tests.House;
using Hub.Functions.Tests.Infra.Bicep;

namespace Hub.Functions.Tests.Infra;

/// <summary>Code and infrastructure read one file of containers: each must find in it what it looks for, and nothing it would pass over.</summary>
public sealed class ContainerDataTests
{
    private static readonly JsonElement Database = Read();

    private static IEnumerable<JsonElement> Containers => Database.GetProperty("containers").EnumerateArray();

    [Fact]
    public void A_container_says_nothing_that_the_infrastructure_does_not_deploy()
    {
        string[] known = ["name", "partitionKey", "defaultTtl", "included", "composite"];
        var cosmos = BicepFile.Read(Path.Combine(Repository.Root, "infra", "modules", "cosmos.bicep"));
        var deployed = cosmos.Expressions().OfType<BicepAccess>().Where(a => a.Target is BicepName { Name: "container" }).Select(a => a.Name).Distinct();

        Assert.All(Containers, c => Assert.Equal(known.Order(), c.EnumerateObject().Select(p => p.Name).Order()));
        Assert.Equal(known.Order(), deployed.Order());
    }

    [Fact]
    public void Names_keys_and_paths_are_what_Cosmos_DB_takes()
    {
        Assert.Equal(Containers.Count(), Containers.Select(c => c.GetProperty("name").GetString()).Distinct().Count());
        Assert.All(Containers, c =>
        {
            Assert.Matches("^[a-z][a-z-]{1,40}$", c.GetProperty("name").GetString());
            Assert.Matches("^/[A-Za-z]+$", c.GetProperty("partitionKey").GetString());
            Assert.All(c.GetProperty("included").EnumerateArray(), p => Assert.Matches(@"^/[A-Za-z/\[\]]+/[?*]$", p.GetString()));
            Assert.All(c.GetProperty("composite").EnumerateArray().SelectMany(i => i.EnumerateArray()), p =>
            {
                Assert.Matches("^/[A-Za-z/]+$", p.GetProperty("path").GetString());
                Assert.Contains(p.GetProperty("order").GetString(), (string[])["ascending", "descending"]);
            });
            Assert.True(c.GetProperty("defaultTtl").ValueKind == JsonValueKind.Null || c.GetProperty("defaultTtl").GetInt32() is -1 or > 0);
        });
    }

    [Fact]
    public void The_containers_triggers_name_are_there_and_leases_lie_by_id()
    {
        Assert.Equal("hub", Database.GetProperty("database").GetString());
        Assert.Contains(Containers, c => c.GetProperty("name").GetString() == "cases");
        Assert.Equal("/id", Containers.Single(c => c.GetProperty("name").GetString() == "leases").GetProperty("partitionKey").GetString());
    }

    private static JsonElement Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "shared", "Hub.Azure", "Cosmos", "containers.data.json")));
        return file.RootElement.Clone();
    }
}

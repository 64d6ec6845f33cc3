using System.Xml.Linq;
using Hub.Embedded.Hosting;
using Hub.Feeds;
using Hub.Functions.Hosting;

namespace Hub.Functions.Tests.House;

/// <summary>Which project may know which.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Hub"] = [],
        ["Hub.Embedded"] = ["Hub"],
        ["Hub.Azure"] = ["Hub"],
        ["Hub.Desk"] = ["Hub"],
        ["Hub.Functions"] = ["Hub", "Hub.Azure", "Hub.Desk", "Hub.Embedded"],
    };

    public static TheoryData<string> ProductProjects() => [.. Repository.Files("shared", "*.csproj").Concat(Repository.Files("functions", "*.csproj")).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void A_project_references_only_what_it_may(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var references = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.All(references, r => Assert.Contains(r, Allowed[name]));
    }

    [Fact]
    public void Nothing_references_the_functions_but_tests()
    {
        var guilty = Repository.Files("shared", "*.csproj").Where(f => File.ReadAllText(f).Contains("Hub.Functions", StringComparison.Ordinal));
        Assert.Empty(guilty);
    }

    [Fact]
    public void The_domain_knows_no_web_no_database_and_no_cloud()
    {
        string[] outside = ["Microsoft.AspNetCore", "Microsoft.Data", "SQLite", "Microsoft.Azure", "Azure.", "Microsoft.Extensions.Hosting"];
        var referenced = typeof(IFeed).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(referenced, name => outside.Any(o => name.StartsWith(o, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_functions_know_the_embedded_host_only_where_they_are_hosted_on_it()
    {
        var guilty = Repository.Files("functions", "*.cs")
            .Where(f => File.ReadAllText(f).Contains("using Hub.Embedded", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Path.Combine(Repository.Root, "functions"), f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("Hosting/", StringComparison.Ordinal) && !f.StartsWith("Commands/", StringComparison.Ordinal) && !f.StartsWith("Demo/", StringComparison.Ordinal));
        Assert.Empty(guilty);
    }

    [Fact]
    public void Every_assembly_is_where_its_arrow_says()
    {
        Assert.Equal("Hub.Embedded", typeof(EmbeddedHost).Assembly.GetName().Name);
        Assert.DoesNotContain(typeof(EmbeddedHost).Assembly.GetReferencedAssemblies(), a => a.Name == "Hub.Functions");
        Assert.Contains(typeof(EmbeddedHub).Assembly.GetReferencedAssemblies(), a => a.Name == "Hub");
    }

    [Fact]
    public void A_feed_is_one_folder_and_one_function_and_nothing_else_names_it()
    {
        foreach (var feed in FeedCatalog.Of(typeof(IFeed).Assembly).All.Where(f => IsBelow(f, FeedsFolder)))
        {
            var naming = FilesNaming(feed, outside: Folder(feed)).ToList();
            Assert.Single(naming);
            Assert.StartsWith("functions/", naming[0], StringComparison.Ordinal);
        }
    }

    /// <summary>A capability that makes reports of its own, or joins them to what it keeps, has their feed: hits are the border's, alerts the deported offenders', whose pages show them.</summary>
    [Fact]
    public void A_feed_of_a_capability_is_named_in_that_capability_in_one_function_on_its_own_pages_and_where_the_hub_is_put_together()
    {
        var feeds = FeedCatalog.Of(typeof(IFeed).Assembly).All.Where(f => !IsBelow(f, FeedsFolder)).ToList();
        var users = new Dictionary<string, string[]> { ["deported-offenders"] = ["functions/DeportedOffenders", "shared/Hub.Desk/Pages/Deported"], ["manifest-matches"] = ["functions/ManifestMatches"] };
        Assert.Equal(users.Keys.Order(StringComparer.Ordinal), feeds.Select(f => f.Name));
        foreach (var feed in feeds)
        {
            var capability = string.Join('/', Folder(feed).Split('/').Take(3));
            var folders = FilesNaming(feed, outside: capability).Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal).ToList();
            Assert.Equal(users[feed.Name].Append("functions/Hosting").Order(StringComparer.Ordinal), folders);
        }
    }

    private const string FeedsFolder = "shared/Hub/Feeds";

    /// <summary>Source files that use a type beside the feed, other than those in a folder. A word that is also a type's name counts only where the namespace is imported.</summary>
    private static IEnumerable<string> FilesNaming(IFeed feed, string outside)
    {
        var home = feed.GetType().Namespace!;
        var types = typeof(IFeed).Assembly.GetTypes().Where(t => t.Namespace == home && !t.Name.Contains('<', StringComparison.Ordinal)).Select(t => t.Name).ToList();
        return Repository.Files("shared", "*.cs").Concat(Repository.Files("functions", "*.cs"))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith(outside + "/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(Path.Combine(Repository.Root, f)) is var text && text.Contains($"using {home};", StringComparison.Ordinal)
                && types.Any(t => System.Text.RegularExpressions.Regex.IsMatch(text, $@"\b{t}\b")));
    }

    private static bool IsBelow(IFeed feed, string folder) => Folder(feed).StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Folder(IFeed feed) => $"shared/{feed.GetType().Namespace!.Replace('.', '/')}";

    [Fact]
    public void Nothing_in_the_project_reads_the_reference_material_beside_it()
    {
        var reference = string.Concat("..", "/shared/data");
        var guilty = new[] { "shared", "functions", "tests" }.SelectMany(f => Repository.Files(f, "*.cs").Concat(Repository.Files(f, "*.csproj")))
            .Where(f => File.ReadAllText(f).Contains(reference, StringComparison.Ordinal) || File.ReadAllText(f).Contains(string.Concat("/work", "/shared"), StringComparison.Ordinal));
        Assert.Empty(guilty);
    }
}

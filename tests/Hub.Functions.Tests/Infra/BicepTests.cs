using Hub.Functions.Tests.House;
using Hub.Functions.Tests.Infra.Bicep;

namespace Hub.Functions.Tests.Infra;

public sealed class BicepTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra");

    [Fact]
    public void Every_infrastructure_file_names_only_what_is_there()
    {
        var files = Directory.GetFiles(Folder, "*.bicep*", SearchOption.AllDirectories);

        Assert.True(files.Length > 12, "infra is nearly empty");
        Assert.Empty(files.SelectMany(f => BicepFile.Read(f).Problems()));
    }

    [Fact]
    public void Every_module_is_used_and_every_environment_has_its_parameters()
    {
        var modules = Directory.GetFiles(Path.Combine(Folder, "modules")).Select(Path.GetFileName);
        var used = Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories).SelectMany(f => BicepFile.Read(f).Of("module")).Select(m => Path.GetFileName(m.Type));

        Assert.Empty(modules.Except(used));
        Assert.All(["dev", "test", "prod"], e => Assert.True(File.Exists(Path.Combine(Folder, $"{e}.bicepparam"))));
    }

    [Fact]
    public void No_secret_is_in_the_infrastructure()
    {
        // A key, a password, a signed address; listKeys is asked for in the one place that says why.
        string[] signs = ["AccountKey=", "SharedAccessKey=", "Password=", "sig=", "listKeys(", "-----BEGIN"];

        var found = Directory.GetFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
            .SelectMany(f => signs.Where(s => File.ReadAllText(f).Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{Path.GetFileName(f)}: {s}"));

        Assert.Equal(["manifest-events.bicep: listKeys("], found);
    }

    [Fact]
    public void No_identity_owns_anything()
    {
        // Owner, Contributor, User Access Administrator, Service Bus Data Owner, Storage Blob Data Owner, Cosmos built-in data contributor.
        string[] tooMuch =
        [
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
            "090c5cfd-751d-490a-894a-3ce6f1109419", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "00000000-0000-0000-0000-000000000002",
        ];

        Assert.All(Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories), f =>
            Assert.DoesNotContain(tooMuch, role => File.ReadAllText(f).Contains(role, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("param a string\nvar b = a\noutput c string = d\n", "d is not declared")]
    [InlineData("param a string\nparam b string\noutput c string = a\n", "b is declared and never used")]
    [InlineData("var a = 'x'\nvar a = 'y'\noutput c string = a\n", "a is declared twice")]
    [InlineData("output c object = { a: 1, a: 2 }\n", "a is there twice")]
    [InlineData("output c string = 'a\n", "the string does not end on its line")]
    [InlineData("output c string = '${take('a', 1}'\n", "here ) was expected")]
    [InlineData("output c array = [1, 2\n", "here a name was expected")]
    [InlineData("output c object = { a: 1\n", "here a name was expected")]
    [InlineData("output c object = { a 1 }\n", "after a comes no colon")]
    [InlineData("output c array = [for x in [1, 2]: y]\n", "y is not declared")]
    [InlineData("output c string = tak('a', 1)\n", "tak is no function this repository uses")]
    [InlineData("outputs c string = 'a'\n", "no statement begins with outputs")]
    [InlineData("module m 'modules/none.bicep' = {\n  name: 'm'\n}\n", "modules/none.bicep is not there")]
    [InlineData("module m 'budget.bicep' = {\n  name: 'm'\n  params: { amount: 1, sum: 2 }\n}\n", "budget.bicep takes no parameter sum")]
    [InlineData("module m 'budget.bicep' = {\n  name: 'm'\n  params: {}\n}\n", "budget.bicep wants the parameter amount")]
    [InlineData("module m 'budget.bicep' = {\n  name: 'm'\n  params: { amount: 1 }\n}\noutput o string = m.outputs.nothing\n", "budget.bicep has no output nothing")]
    [InlineData("output c object = loadJsonContent('none.json')\n", "none.json is not there")]
    [InlineData("resource r 'Microsoft.Web/sites' = {\n  name: 'r'\n}\n", "Microsoft.Web/sites is no type with a version")]
    [InlineData("resource r 'Microsoft.Web/sites@2024-11-01' = {\n  name: 'r' kind: 'x'\n}\n", "here the line, a comma or } was expected")]
    public void A_slip_of_the_pen_is_found(string text, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "budget.bicep"), "param amount int\nparam rest int = 1\noutput sum int = amount + rest\n");
            var path = Path.Combine(folder.FullName, "main.bicep");
            File.WriteAllText(path, text);

            Assert.Contains(problem, Problems(path), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Problems(string path)
    {
        try
        {
            return string.Join('\n', BicepFile.Read(path).Problems());
        }
        catch (BicepException e)
        {
            return e.Message;
        }
    }
}

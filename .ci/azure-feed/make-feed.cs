// Makes a NuGet folder feed of the Azure client packages where the machine's registry lacks them, from the assemblies
// in Microsoft's npm package @azure/mcp-linux-x64 (MIT). Does nothing where the registry has them, or the feed is made.
//
//   dotnet run .ci/azure-feed/make-feed.cs -- FEED
//
// Each package is a zip of a nuspec and the assembly with fixed dates: two runs give the same bytes.
#:property TargetFramework=net10.0
#:property PublishAot=false

using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

const string Source = "@azure/mcp-linux-x64@0.5.13";
Package[] packages =
[
    new("Azure.Messaging.ServiceBus", "7.20.1", "net8.0", [("Azure.Core", "1.47.1"), ("Azure.Core.Amqp", "1.3.1"), ("Microsoft.Azure.Amqp", "2.7.0")]),
    new("Azure.Core.Amqp", "1.3.1", "netstandard2.0", [("Microsoft.Azure.Amqp", "2.7.0")]),
    new("Microsoft.Azure.Amqp", "2.7.0", "net8.0", []),
    new("Azure.Storage.Blobs", "12.24.0", "net8.0", [("Azure.Core", "1.47.1"), ("Azure.Storage.Common", "12.23.0")]),
    new("Azure.Storage.Common", "12.23.0", "net8.0", [("Azure.Core", "1.47.1"), ("System.IO.Hashing", "6.0.0")]),
    new("System.IO.Hashing", "6.0.0", "net6.0", []),
];

if (args is not [var feed])
{
    Console.Error.WriteLine("Usage: dotnet run .ci/azure-feed/make-feed.cs -- FEED");
    return 2;
}

var missing = packages.Where(p => !File.Exists(Path.Combine(feed, p.FileName))).ToList();
if (missing.Count == 0)
{
    Console.WriteLine($"The Azure packages are in {feed} already.");
    return 0;
}

var work = Directory.CreateTempSubdirectory("azure-feed-").FullName;
try
{
    if (RegistryHasThem())
    {
        Console.WriteLine("The registry has the Azure packages; no feed is needed.");
        return 0;
    }

    Directory.CreateDirectory(feed);
    if (Run("npm", ["pack", Source, "--silent", "--pack-destination", work], work) != 0)
    {
        Console.Error.WriteLine($"npm could not fetch {Source}: the registry lacks the Azure packages, and this is where they come from instead. Is npm installed, and its registry reachable?");
        return 1;
    }

    Unpack(Directory.EnumerateFiles(work, "*.tgz").Single());
    foreach (var package in missing)
    {
        Write(package);
    }

    Console.WriteLine($"Made {missing.Count} packages in {feed} from {Source}.");
    return 0;
}
finally
{
    Directory.Delete(work, recursive: true);
}

// Asked the way a build would ask: a project that wants them all either restores from the configured registries or does not.
bool RegistryHasThem()
{
    var probe = Path.Combine(work, "probe");
    Directory.CreateDirectory(probe);
    var references = string.Concat(packages.Select(p => $"<PackageDownload Include=\"{p.Id}\" Version=\"[{p.Version}]\" />"));
    File.WriteAllText(Path.Combine(probe, "probe.csproj"), $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><RestorePackagesPath>packages</RestorePackagesPath></PropertyGroup><ItemGroup>{references}</ItemGroup></Project>");
    return Run("dotnet", ["restore", "--nologo", "-v", "quiet", "--ignore-failed-sources"], probe) == 0;
}

void Unpack(string archive)
{
    var wanted = packages.ToDictionary(p => $"package/dist/{p.Id}.dll", p => Path.Combine(work, $"{p.Id}.dll"), StringComparer.Ordinal);
    using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
    while (tar.GetNextEntry() is { } entry)
    {
        if (wanted.TryGetValue(entry.Name, out var file))
        {
            entry.ExtractToFile(file, overwrite: true);
        }
    }
}

void Write(Package package)
{
    // Under another name first, so that a run that was cut short leaves nothing that looks whole.
    var draft = Path.Combine(work, package.FileName);
    using (var zip = ZipFile.Open(draft, ZipArchiveMode.Create))
    {
        Add(zip, $"{package.Id}.nuspec", Encoding.UTF8.GetBytes(package.Nuspec()));
        Add(zip, $"lib/{package.Framework}/{package.Id}.dll", File.ReadAllBytes(Path.Combine(work, $"{package.Id}.dll")));
    }

    File.Move(draft, Path.Combine(feed, package.FileName), overwrite: true);
}

static void Add(ZipArchive zip, string name, byte[] content)
{
    var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
    entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    using var stream = entry.Open();
    stream.Write(content);
}

static int Run(string command, string[] arguments, string directory)
{
    using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true })!;
    var errors = process.StandardError.ReadToEndAsync();
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return errors.Wait(TimeSpan.FromSeconds(10)) ? process.ExitCode : -1;
}

internal sealed record Package(string Id, string Version, string Framework, (string Id, string Version)[] Needs)
{
    public string FileName => $"{Id}.{Version}.nupkg";

    public string Nuspec()
    {
        var needs = string.Concat(Needs.Select(n => $"<dependency id=\"{n.Id}\" version=\"{n.Version}\" />"));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{Id}</id>
                <version>{Version}</version>
                <authors>Microsoft</authors>
                <license type="expression">MIT</license>
                <description>{Id} {Version}, wrapped from an assembly Microsoft ships.</description>
                <dependencies><group targetFramework="{Framework}">{needs}</group></dependencies>
              </metadata>
            </package>
            """;
    }
}

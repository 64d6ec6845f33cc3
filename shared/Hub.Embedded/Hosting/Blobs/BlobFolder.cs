using System.Globalization;

namespace Hub.Embedded.Hosting.Blobs;

/// <summary>A container as a folder.</summary>
internal sealed class BlobFolder(string root, BlobPattern pattern)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System };

    public string Path { get; } = System.IO.Path.Combine(root, pattern.Container);

    /// <summary>The blobs that fit the pattern, by name.</summary>
    public IReadOnlyList<FoundBlob> List()
    {
        Directory.CreateDirectory(Path);
        var blobs =
            from file in new DirectoryInfo(Path).EnumerateFiles("*", Everything)
            let name = System.IO.Path.GetRelativePath(Path, file.FullName).Replace('\\', '/')
            let values = pattern.Match(name)
            where values is not null && file.Exists
            orderby name
            select new FoundBlob(file.FullName, $"{pattern.Container}/{name}", Version(file), values);
        return [.. blobs];
    }

    private static string Version(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");
}

/// <summary>A file that is a blob of a container.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Path">Container and name.</param>
/// <param name="Version">Length and time of last change.</param>
/// <param name="Values">What the pattern's braces stand for.</param>
internal sealed record FoundBlob(string File, string Path, string Version, Dictionary<string, object?> Values)
{
    /// <summary>Opens it for nobody else to touch meanwhile, or null while somebody still writes it, or when it has gone.</summary>
    public FileStream? TryOpen()
    {
        try
        {
            return new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}

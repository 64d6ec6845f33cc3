using System.Text;

namespace Hub.Functions.Tests.Border;

/// <summary>What lies in a hub's data folder, byte by byte.</summary>
internal static class KeptBytes
{
    // Held by the hub, and opened by nobody else.
    private const string Lock = "hub.lock";

    /// <summary>Files below a folder of the data folder; the draft folder's emptiness counts too.</summary>
    public static IReadOnlyList<string> Files(string folder, string below) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, below), "*", SearchOption.AllDirectories)];

    /// <summary>Where words are found, as UTF-8 or UTF-16, in the bytes of any file and in the files' names.</summary>
    public static IReadOnlyList<(string File, string Word)> Search(string folder, IReadOnlyCollection<string> words)
    {
        var found = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != Lock))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var bytes = Read(file);
            found.AddRange(words
                .Where(word => name.Contains(word, StringComparison.OrdinalIgnoreCase) || Holds(bytes, Encoding.UTF8.GetBytes(word)) || Holds(bytes, Encoding.Unicode.GetBytes(word)))
                .Select(word => (name, word)));
        }

        return found;
    }

    private static bool Holds(byte[] bytes, byte[] word) => bytes.AsSpan().IndexOf(word) >= 0;

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

using System.Text;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Functions.Tests.Border;

/// <summary>What the hub of a folder keeps on Azure, byte by byte: every document of every container, every blob.</summary>
internal static class KeptBytes
{
    private const string Manifests = "manifests";

    /// <summary>The manifest files, drafts of them included.</summary>
    public static IReadOnlyList<string> Files(string folder, string below) => below == Manifests
        ? [.. TestBackends.Blobs(folder).Keys.Where(name => name.StartsWith(Manifests, StringComparison.Ordinal))]
        : throw new ArgumentException("Only manifests are looked for here.", nameof(below));

    /// <summary>Where words are found, as UTF-8 or UTF-16, in documents, in blobs and in their names.</summary>
    public static IReadOnlyList<(string File, string Word)> Search(string folder, IReadOnlyCollection<string> words)
    {
        var found = new List<(string, string)>();
        foreach (var (name, bytes) in TestBackends.Blobs(folder).Concat(DocumentsAsync(TestBackends.Cosmos(folder)).GetAwaiter().GetResult()))
        {
            found.AddRange(words
                .Where(word => name.Contains(word, StringComparison.OrdinalIgnoreCase) || Holds(bytes, Encoding.UTF8.GetBytes(word)) || Holds(bytes, Encoding.Unicode.GetBytes(word)))
                .Select(word => (name, word)));
        }

        return found;
    }

    private static bool Holds(byte[] bytes, byte[] word) => bytes.AsSpan().IndexOf(word) >= 0;

    private static async Task<List<KeyValuePair<string, byte[]>>> DocumentsAsync(CosmosClient client)
    {
        var documents = new List<KeyValuePair<string, byte[]>>();
        foreach (var container in DatabaseDeclaration.Deployed.Containers)
        {
            using var all = client.GetContainer(DatabaseDeclaration.Deployed.Database, container.Name).GetItemQueryStreamIterator("SELECT * FROM c");
            while (all.HasMoreResults)
            {
                using var page = await all.ReadNextAsync();
                page.EnsureSuccessStatusCode();
                using var copy = new MemoryStream();
                await page.Content.CopyToAsync(copy);
                documents.Add(new($"{container.Name}/{documents.Count}", copy.ToArray()));
            }
        }

        return documents;
    }
}

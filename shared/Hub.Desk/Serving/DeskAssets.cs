using System.Collections.Frozen;
using System.Security.Cryptography;
using Hub.Desk.Layout;

namespace Hub.Desk.Serving;

/// <summary>One file that pages load.</summary>
/// <param name="MediaType">With its character set, for text.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Encoded">The same compressed, by the names of the encodings, the smallest first.</param>
public sealed record DeskAsset(string MediaType, ReadOnlyMemory<byte> Content, IReadOnlyList<(string Encoding, ReadOnlyMemory<byte> Content)> Encoded);

/// <summary>The style sheet, the script and the pictures built into this assembly; none where it was built without Node.</summary>
public sealed class DeskAssets
{
    private const string Prefix = "desk/";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, DeskAsset> files;

    private DeskAssets(FrozenDictionary<string, DeskAsset> files, string version)
    {
        this.files = files;
        Version = version;
    }

    /// <summary>What this assembly holds.</summary>
    public static DeskAssets BuiltIn { get; } = Load();

    /// <summary>Hex digits that change with any of the files: a part of their addresses, so that browsers may keep them for ever.</summary>
    public string Version { get; }

    /// <summary>Where pages find them; null where the desk was built without.</summary>
    public AssetPaths? Paths => files.Count == 0 ? null : new AssetPaths(PathOf("desk.css"), PathOf("desk.js"), PathOf("favicon.svg"));

    public DeskAsset? Find(string name) => files.GetValueOrDefault(name);

    private string PathOf(string name) => $"/desk/assets/{Version}/{name}";

    private static DeskAssets Load()
    {
        var assembly = typeof(DeskAssets).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var contents = new Dictionary<string, byte[]>();
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            contents[name[Prefix.Length..]] = content;
            hash.AppendData(content);
        }

        var files = contents.Where(c => MediaTypes.ContainsKey(Path.GetExtension(c.Key))).ToFrozenDictionary(c => c.Key, c => new DeskAsset(
            MediaTypes[Path.GetExtension(c.Key)],
            c.Value,
            [.. new[] { ("br", ".br"), ("gzip", ".gz") }
                .Where(e => contents.TryGetValue(c.Key + e.Item2, out var encoded) && encoded.Length < c.Value.Length)
                .Select(e => (e.Item1, (ReadOnlyMemory<byte>)contents[c.Key + e.Item2]))]));
        return new DeskAssets(files, Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }
}

using System.Globalization;
using Hub.Archive;

namespace Hub.Embedded.Files;

/// <summary>
/// The 256 folders below an archive's root, by the first byte of the hash: a year of the Met's reports is about a
/// thousand files in each, and they soon all exist. Each is flushed to disk once by each process, before the first
/// file in it counts as stored.
/// </summary>
internal sealed class ArchiveFolders(string root)
{
    private readonly bool[] durable = new bool[1 << 8];

    public string FileOf(ArchiveAddress address) => Path.Combine(FolderOf(address), address.Sha256);

    /// <summary>Makes the folder for an address where there is none; returns it once its name is on disk.</summary>
    public string Prepare(ArchiveAddress address)
    {
        var folder = FolderOf(address);
        var number = int.Parse(address.Sha256.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (!Volatile.Read(ref durable[number]))
        {
            Directory.CreateDirectory(folder);
            DurableDirectory.Flush(root);
            Volatile.Write(ref durable[number], true);
        }

        return folder;
    }

    private string FolderOf(ArchiveAddress address) => Path.Combine(root, address.Sha256[..2]);
}

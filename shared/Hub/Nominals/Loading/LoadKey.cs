using System.Globalization;
using System.Security.Cryptography;

namespace Hub.Nominals.Loading;

/// <summary>Names the load of one file by the file's name and a hash of all it holds, so that a corrected file is a load of its own.</summary>
public static class LoadKey
{
    /// <summary>The key. The stream must seek; it is left at its beginning.</summary>
    public static async Task<string> OfAsync(string fileName, Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        file.Position = 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(fileName)}:{file.Length}:{Convert.ToHexStringLower(hash)[..32]}");
    }
}

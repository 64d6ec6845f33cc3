using Hub.Matching;

namespace Hub.Functions.Commands;

/// <summary>Matching models as files.</summary>
internal static class ModelFiles
{
    /// <summary>The model in a file; the one this build ships where there is none to read.</summary>
    /// <exception cref="ModelFileException">It cannot be read, or is no model.</exception>
    public static MatchModel Read(FileInfo? file)
    {
        if (file is null)
        {
            return MatchModel.Shipped;
        }

        try
        {
            return MatchModel.Parse(File.ReadAllText(file.FullName));
        }
        catch (FileNotFoundException)
        {
            throw new ModelFileException($"There is no model {file.FullName}.");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException($"The model {file.FullName} cannot be used: {e.Message}");
        }
    }
}

/// <summary>A model file cannot be used; the message says why.</summary>
internal sealed class ModelFileException(string message) : Exception(message);

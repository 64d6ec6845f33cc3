namespace Hub.Embedded.Files;

/// <summary>The folder that holds everything a hub keeps, persons among it.</summary>
public static class DataDirectory
{
    /// <summary>Makes the folder where there is none, open to its owner only; one that is there keeps the permissions it was given.</summary>
    public static void Prepare(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

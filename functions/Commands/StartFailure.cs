using System.Net.Sockets;
using Hub.Embedded.Files;
using Hub.Embedded.Hosting;
using Hub.Embedded.Sqlite;

namespace Hub.Functions.Commands;

/// <summary>What a user is told when the hub cannot start, instead of a stack trace.</summary>
internal static class StartFailure
{
    /// <summary>The explanation; null where it is none of the things a user can mend.</summary>
    public static string? Explain(Exception e, int port) => e switch
    {
        DataDirectoryInUseException or SchemaTooNewException or FunctionWiringException or ModelFileException => e.Message,
        IOException { InnerException: { InnerException: SocketException } or SocketException } or SocketException =>
            $"Port {port} is taken by another program. Choose another with --port N (0 takes any that is free).",
        UnauthorizedAccessException => $"The data folder cannot be used: {e.Message}",
        _ => null,
    };
}

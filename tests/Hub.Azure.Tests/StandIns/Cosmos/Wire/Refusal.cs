using System.Net;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

/// <summary>The service says no: the status, sub-status and words the client is told, and what the attempt cost.</summary>
internal sealed class Refusal(HttpStatusCode status, string message, int subStatus = 0) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
    public int SubStatus { get; } = subStatus;
    public double Charge { get; init; }

    public static Refusal Bad(string message) => new(HttpStatusCode.BadRequest, message);

    /// <summary>The stand-in does not do this; it says so and does nothing rather than something else.</summary>
    public static Refusal Unknown(string what) => new(HttpStatusCode.BadRequest, $"The Cosmos stand-in does not know {what}.");
}

using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Nominals;

/// <summary>
/// An id that was merged away is answered with the record that stands for it: the body has that one's id, and the
/// header Content-Location its address. Both ids stand in the access log.
/// </summary>
internal static class Survivor
{
    /// <param name="below">What of the nominal is answered, as the end of its address.</param>
    public static async Task ShowAsync(HttpRequest request, Reads reads, Operation operation, string asked, Nominal answered, string? reason, CancellationToken cancellationToken, string below = "")
    {
        if (answered.Id != asked)
        {
            await reads.AllowedAsync(request.HttpContext.Caller(), operation, $"nominal:{answered.Id}", reason, cancellationToken);
            Point(request, asked, answered, below);
        }
    }

    /// <summary>Names the record that answers, where it is not the one asked for.</summary>
    public static void Point(HttpRequest request, string asked, Nominal answered, string below = "")
    {
        if (answered.Id != asked)
        {
            request.HttpContext.Response.Headers.ContentLocation = $"/api/nominals/{Uri.EscapeDataString(answered.Id)}{below}";
        }
    }
}

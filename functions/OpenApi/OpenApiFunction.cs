using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.OpenApi;

/// <summary>The description of this API, kept by hand in <c>openapi.json</c>; tests hold it to the functions.</summary>
public sealed class OpenApiFunction
{
    [Function("openapi")]
    [OpenToAll("Describes the API; holds no data.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.Stream(Open(), "application/json");

    internal static Stream Open() => typeof(OpenApiFunction).Assembly.GetManifestResourceStream("openapi.json")
        ?? throw new InvalidOperationException("openapi.json is missing from the assembly.");
}

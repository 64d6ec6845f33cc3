using Hub.Desk.Serving;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Desk.Assets;

/// <summary>The style sheet, the script and the pictures of the pages.</summary>
public sealed class AssetFunction(DeskAssets assets)
{
    [Function("desk_asset")]
    [OpenToAll("The page to sign in on needs them.")]
    [Page]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/assets/{version:length(12)}/{name:maxlength(60)}")] HttpRequest request, string version, string name)
    {
        if (assets.Find(name) is not { } asset)
        {
            return Problems.NotFound("file");
        }

        // A page of an older version of the hub gets what there is now, and keeps it no longer than it needs.
        request.HttpContext.Response.Headers.CacheControl = version == assets.Version ? "public, max-age=31536000, immutable" : "no-cache";
        request.HttpContext.Response.Headers.Vary = "Accept-Encoding";
        var accepted = request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, content) in asset.Encoded)
        {
            if (accepted.Split(',').Any(a => a.Split(';')[0].Trim() == encoding))
            {
                request.HttpContext.Response.Headers.ContentEncoding = encoding;
                return Results.Bytes(content, asset.MediaType);
            }
        }

        return Results.Bytes(asset.Content, asset.MediaType);
    }
}

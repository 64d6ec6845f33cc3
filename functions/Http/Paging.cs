using System.Globalization;
using Hub.Json;
using Hub.Paging;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>Pages of lists in the API: <c>?limit=</c> and <c>?continuation=</c> in, <c>items</c> and <c>continuation</c> out.</summary>
public static class Paging
{
    /// <summary>What page is asked for; null with a problem where the limit is no number from 1 to <see cref="PageRequest.MaxSize"/>.</summary>
    public static PageRequest? Read(HttpRequest request, out IResult? problem)
    {
        problem = null;
        var continuation = request.Query["continuation"].FirstOrDefault();
        if (request.Query["limit"].FirstOrDefault() is not { } text)
        {
            return new PageRequest(Continuation: continuation);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= PageRequest.MaxSize)
        {
            return new PageRequest(size, continuation);
        }

        problem = Problems.Invalid(new FieldError("limit", FieldErrorCode.OutOfRange, $"A whole number from 1 to {PageRequest.MaxSize}."));
        return null;
    }

    public static IResult Result<T, TView>(Page<T> page, Func<T, TView> view) =>
        Results.Json(new { items = page.Items.Select(view), page.Continuation }, HubJson.Options);
}

using Hub.Functions.Http;
using Hub.Json;
using Hub.Quarantine;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Quarantine;

/// <summary>What closing an item asks for, and why it is not closed.</summary>
internal static class Closing
{
    public const int MaxRationale = 2000;

    public static string Rationale(JsonFields fields) => fields.RequiredText("rationale", MaxRationale, multiline: true);

    /// <summary>The problem of an outcome other than <see cref="ClosureOutcome.Closed"/>.</summary>
    public static IResult Problem(ClosureOutcome outcome) => outcome switch
    {
        ClosureOutcome.AlreadyClosed => Problems.Of(StatusCodes.Status409Conflict, "already-closed", "Somebody has closed this item before you."),
        ClosureOutcome.NoMessage => Problems.Of(StatusCodes.Status409Conflict, "not-a-message", "This item is a document of the store, not a message: it cannot be sent again. Have the document mended, then discard the item."),
        _ => Problems.NotFound("quarantined message"),
    };
}

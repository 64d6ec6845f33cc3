using Hub.Border.Manifests;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Manifests;
using Hub.Json;

namespace Hub.Functions.Desk.Manifests;

/// <summary>A form with a file that could not be used, and what to do.</summary>
internal sealed record UploadedWrongly
{
    /// <summary>Nothing wrong where nothing was sent.</summary>
    public FormState Form { get; private init; } = FormState.Empty;

    public string? Advice { get; private init; }

    public static UploadedWrongly NoFile(FormState entered, string field, string message) =>
        new() { Form = entered with { Errors = [new FieldError(field, FieldErrorCode.Required, message)] } };

    /// <param name="field">Where the file was chosen.</param>
    public static UploadedWrongly Of(FormState entered, ManifestRefusedException refused, string field = "file") => new()
    {
        Form = entered with { Errors = [new FieldError(field == "file" && IsOfTheFlight(refused.Code) ? "flight" : field, refused.Code, RefusalWords.Of(refused.Reason, refused.At?.ToString()))] },
        Advice = $"{RefusalWords.Advice(refused.Code)} Nothing of the file was kept.",
    };

    private static bool IsOfTheFlight(string code) => code is "flight-missing" or "flight-not-as-stated" or "stated-flight-invalid";
}

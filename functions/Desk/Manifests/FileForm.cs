using System.Collections.Immutable;
using Hub.Desk.Forms;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Desk.Manifests;

/// <summary>
/// A form of a page with a file in it. Its fields, the proof that the desk made it first, stand before the file, which is
/// read as it comes: no part of a passenger list is ever put down in a file of the framework's.
/// </summary>
/// <param name="File">Not yet read; null where none was chosen.</param>
/// <param name="Form">What was entered beside it.</param>
internal sealed record FileForm(UploadedFile? File, FormState Form)
{
    // The proof is the longest of them.
    private const int MaxFieldBytes = 4096;

    /// <returns>The form, or the problem of one that the desk did not make, or that is no form.</returns>
    public static async Task<(FileForm? Form, IResult? Problem)> OpenAsync(HttpRequest request, PageGate gate, string tokenField, CancellationToken cancellationToken)
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (file, problem) = await UploadedFile.OpenFormAsync(request, MaxFieldBytes, said, cancellationToken);
        if (await gate.DenyTokenAsync(request.HttpContext, said.GetValueOrDefault(tokenField)) is { } denied)
        {
            return (null, denied);
        }

        // Where no file is chosen, browsers send the part "file" as a field without anything in it.
        var nothingChosen = file is null && said.ContainsKey("file");
        if (file is null && !nothingChosen)
        {
            return (null, problem);
        }

        said.Remove(tokenField);
        said.Remove("file");
        return (new FileForm(file, new FormState { Values = said.ToImmutableDictionary(s => s.Key, s => ImmutableArray.Create(s.Value)) }), null);
    }
}

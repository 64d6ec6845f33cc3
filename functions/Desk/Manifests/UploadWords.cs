using Hub.Border.Manifests.Intake;
using Hub.Desk.Words;

namespace Hub.Functions.Desk.Manifests;

/// <summary>What became of an upload, in a sentence that names nobody.</summary>
internal static class UploadWords
{
    public static string Of(ManifestReceipt receipt)
    {
        var flights = receipt.Record.Lists.Select(l => l.Flight.Key).Distinct().Count();
        return receipt.Repeated
            ? "This file was sent before, and is not screened twice."
            : $"Taken in: {Spans.Count((int)receipt.Record.Travellers, "traveller")} on {Spans.Count(flights, "flight")}{(receipt.Record.SetAside == 0 ? "" : $"; {Spans.Count((int)receipt.Record.SetAside, "row")} could not be read")}.";
    }
}

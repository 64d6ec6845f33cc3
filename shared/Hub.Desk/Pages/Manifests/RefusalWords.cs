namespace Hub.Desk.Pages.Manifests;

/// <summary>Why a file cannot be used, and what to do about it.</summary>
public static class RefusalWords
{
    /// <summary><c>More than 200 columns. See line 1 of the file.</c></summary>
    /// <param name="at">Where in the file; null where it is about the whole.</param>
    public static string Of(string reason, string? at) => at is null ? reason : $"{reason} See {at} of the file.";

    public static string Advice(string code) => code switch
    {
        "flight-missing" => "Open “The file does not name the flight”, enter the flight, and choose the file again.",
        "flight-not-as-stated" or "stated-flight-invalid" => "Correct the flight you entered, or leave it empty where the file names it, and choose the file again.",
        "route-not-monitored" => "There is nothing more to do, unless the route should be watched: then ask a supervisor.",
        "too-large" => "Send it in parts. Or ask whoever runs the hub to put it into the folder “manifests”: files of up to 256 MB are taken there.",
        "too-many-lists" or "too-many-flights" or "too-many-hits" or "list-too-long" => "Send it in parts.",
        "empty-file" or "no-rows" or "nobody-listed" => "Check that you chose the right file.",
        "not-csv" => "Save the list as CSV, or ask the carrier for it as PAXLST, and send that.",
        "manifest-expired" or "attempts-used-up" => "Send the file again.",
        _ => "Correct the file there, or ask the carrier to send it again.",
    };
}

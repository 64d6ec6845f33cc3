using System.Collections.Frozen;
using Hub.Desk.Forms;
using Hub.Json;

namespace Hub.Functions.Desk.Deported;

/// <summary>What is wrong with a form, for people: the API's words are for who sends JSON.</summary>
internal static class DeportedErrors
{
    /// <summary>The fields in the order they stand in.</summary>
    private static readonly string[] InOrder =
    [
        "outcome", "flight", "port", "lands", "officers", "meeting", "metBy", "metAt", "place", "debriefed", "requirementsServed", "photograph", "fingerprints", "dna",
        "reference", "category", "level", "needs", "force", "text", "source", "rationale",
    ];

    /// <summary>Said where a field is empty, or holds nothing that there is to choose.</summary>
    private static readonly FrozenDictionary<string, string> Wanted = new Dictionary<string, string>
    {
        ["revision"] = "The form is not whole. Go back to the case and begin again.",
        ["rationale"] = "Give your reasons.",
        ["outcome"] = "Choose what is decided.",
        ["flight"] = "Enter the flight, or what the train or ship is called.",
        ["port"] = "Enter the port where the person lands.",
        ["lands"] = "Enter the day the person lands, and the time if it is known.",
        ["meeting"] = "Say where and how officers meet the person.",
        ["metAt"] = "Enter the day and the time of the meeting.",
        ["place"] = "Say where the person was met.",
        ["debriefed"] = "Say whether the person was debriefed.",
        ["requirementsServed"] = "Say whether the requirements were served, or do not apply.",
        ["photograph"] = "Say whether a photograph was taken.",
        ["fingerprints"] = "Say whether fingerprints were taken.",
        ["dna"] = "Say whether a DNA sample was given.",
        ["reference"] = "Enter the ViSOR reference.",
        ["category"] = "Choose the MAPPA category.",
        ["level"] = "Choose the MAPPA level.",
        ["needs"] = "Say what the person needs.",
        ["force"] = "Choose the force that takes the case over.",
        ["text"] = "Write down what you found out, or that nothing was found.",
    }.ToFrozenDictionary();

    /// <summary>What a field is called where its text is too long, or cannot be kept.</summary>
    private static readonly FrozenDictionary<string, string> Called = new Dictionary<string, string>
    {
        ["rationale"] = "The reasons",
        ["flight"] = "The flight",
        ["port"] = "The port",
        ["officers"] = "The officers",
        ["meeting"] = "Where and how officers meet",
        ["metBy"] = "Who met the person",
        ["place"] = "The place",
        ["reference"] = "The ViSOR reference",
        ["needs"] = "What the person needs",
        ["text"] = "The note",
        ["source"] = "Where the note is from",
        ["description"] = "What the file is",
    }.ToFrozenDictionary();

    /// <summary>The form with its errors in words, one for each field, in the order the fields stand in.</summary>
    public static FormState InWords(FormState form) => form with
    {
        Errors = [.. form.Errors.Select(e => new FieldError($"$.{FieldOf(e)}", e.Code, InWords(e))).DistinctBy(e => e.Path).OrderBy(e => Array.IndexOf(InOrder, FieldOf(e)))],
    };

    public static string InWords(FieldError error)
    {
        var field = FieldOf(error);
        return error.Code switch
        {
            FieldErrorCode.Required or FieldErrorCode.NotOneOf or FieldErrorCode.WrongType or FieldErrorCode.OutOfRange or FieldErrorCode.NotADate or FieldErrorCode.NotAnInstant or FieldErrorCode.OffsetMissing or "unknown-force"
                => Wanted.GetValueOrDefault(field, error.Message),
            FieldErrorCode.TooLong => $"{Called.GetValueOrDefault(field, "This")}: {LowerFirst(error.Message)} Shorten it.",
            FieldErrorCode.TooMany => $"{Called.GetValueOrDefault(field, "This")}: {LowerFirst(error.Message)} Leave some out.",
            FieldErrorCode.ControlCharacters or FieldErrorCode.InvalidText => $"{Called.GetValueOrDefault(field, "This")}: {LowerFirst(error.Message)} Type it in anew.",
            _ => error.Message,
        };
    }

    /// <summary>The field an error is shown at: one line of a list belongs to its box.</summary>
    private static string FieldOf(FieldError error)
    {
        var field = FormState.FieldOf(error.Path);
        return field.Split('[')[0];
    }

    private static string LowerFirst(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}

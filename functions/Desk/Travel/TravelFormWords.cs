using System.Collections.Immutable;
using Hub.Desk.Forms;
using Hub.Json;

namespace Hub.Functions.Desk.Travel;

/// <summary>What is wrong with a form of travel, said of boxes and not of JSON.</summary>
internal static class TravelFormWords
{
    public static ImmutableArray<FieldError> Of(ImmutableArray<FieldError> errors) =>
        [.. errors.Select(e => Words(FormState.FieldOf(e.Path), e.Code) is { } words ? e with { Message = words } : e)];

    private static string? Words(string field, string code) => (field, code) switch
    {
        ("outcome", _) => "Choose what you decide.",
        ("rationale", FieldErrorCode.Required) => "Say why.",
        ("returns", FieldErrorCode.Required) => "Enter the day they land, or choose that the return is not known.",
        ("returns", "returns-before-departs") => "They cannot come back before they leave.",
        ("returns", _) => "The day they come back must be a real day, such as 6 12 2026; its time such as 06:15.",
        ("returnsTo", "not-in-uk") => "The airport must be in the United Kingdom.",
        ("returnsTo", _) => "The airport must be the code of one, such as LHR.",
        ("returnFlight", _) => "The flight must be an airline's code and a number, such as BA10.",
        ("country", FieldErrorCode.Required) => "Enter the country.",
        ("country", "unknown-country") => "Enter the name of a foreign country, such as Thailand.",
        ("country", "not-abroad") => "The country must be a foreign one.",
        ("departs", FieldErrorCode.Required) => "Enter the day they leave.",
        ("departs", _) => "The day they leave must be a real day, such as 22 11 2026.",
        ("notifiedAt", FieldErrorCode.Required) => "Enter when they notified it.",
        ("notifiedAt", _) => "When they notified it must be a real day and a time, such as 8 11 2026 and 14:30.",
        _ => null,
    };
}

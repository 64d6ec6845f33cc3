using System.Globalization;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Desk.Pages.Reviews;

/// <summary>How far two values agree.</summary>
public enum Agreement
{
    Agrees,
    Nearly,
    Differs,
}

/// <summary>One field of a report's person beside a nominal's.</summary>
/// <param name="Name">In words, such as <c>Date of birth</c>.</param>
/// <param name="Reported">As it was compared; null where it was taken out since.</param>
/// <param name="Registered">As it was compared.</param>
/// <param name="Today">What the register holds of it now; null where it holds nothing, or where nothing single answers to it.</param>
/// <param name="Words">What the comparison found, in a sentence.</param>
/// <param name="Bits">How much that weighs, log2; below zero speaks against.</param>
public sealed record ComparedField(string Name, string? Reported, string? Registered, string? Today, Agreement Agreement, string Words, double Bits)
{
    /// <param name="now">The nominal as the register holds it now; null where it holds them no more.</param>
    public static ComparedField Of(FieldEvidence field, Nominal? now) => new(
        FieldName(field.Field), Shown(field.Field, field.Reported), Shown(field.Field, field.Registered), now is null ? null : NowOf(field.Field, now), AgreementOf(field), field.Words, field.Bits);

    /// <summary>A date of birth as far as it is known, in words: <c>19 May 2011</c>.</summary>
    public static string DateInWords(BirthDate date) => date switch
    {
        { Exact: { } exact } => exact.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Month: { } month } => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {date.Year}",
        _ => date.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>An address on one line.</summary>
    public static string AddressInWords(Address address) =>
        string.Join(", ", ((string?[])[.. address.Lines, address.Borough, address.Postcode]).Where(part => !string.IsNullOrEmpty(part)));

    private static Agreement AgreementOf(FieldEvidence field) => field.Level switch
    {
        "exact" or "same" or "agrees" => Agreement.Agrees,
        "different" or "part-differs" or "same-household" or "other-person" => Agreement.Differs,
        _ => field.Bits < 0 ? Agreement.Differs : Agreement.Nearly,
    };

    private static string FieldName(string field) => field switch
    {
        "surname" => "Surname",
        "given" => "Given name",
        "middle" => "Further given names",
        "nameOrder" => "Order of the names",
        "generation" => "Senior or junior",
        "born" => "Date of birth",
        "bornInPart" => "Year of birth or age",
        "sex" => "Sex",
        "nationality" => "Nationality",
        "pncId" => "PNC ID",
        "croNumber" => "CRO number",
        "visorReference" => "ViSOR reference",
        "document" => "Travel document",
        "postcode" => "Postcode",
        "address" => "Address",
        "placeOfBirth" => "Place of birth",
        "occupation" => "Occupation",
        "phone" => "Telephone",
        "email" => "E-mail",
        "relation" => "Who else it may be",
        _ => field,
    };

    private static string? Shown(string field, string? value) =>
        field is "born" or "bornInPart" && BirthDate.TryParse(value, null, out var date) ? DateInWords(date) : value;

    private static string? NowOf(string field, Nominal now) => field switch
    {
        "surname" or "given" or "middle" or "nameOrder" or "generation" => All(now.Names.Select(n => n.ToString())),
        "born" or "bornInPart" => now.Born is { } born ? DateInWords(born) : null,
        "sex" => now.Sex.ToString().ToLowerInvariant(),
        "nationality" => now.Nationality,
        "pncId" => now.PncId,
        "croNumber" => now.CroNumber,
        "visorReference" => now.VisorReference,
        "document" => All(now.Documents.Select(d => d.Number)),
        "postcode" => All(now.Addresses.Select(a => a.Postcode)),
        "address" => All(now.Addresses.Select(AddressInWords)),
        "placeOfBirth" => now.PlaceOfBirth,
        "occupation" => now.Occupation,
        "phone" => All(now.Phones),
        "email" => All(now.Emails),
        _ => null,
    };

    private static string? All(IEnumerable<string?> values) => string.Join("; ", values.Where(v => !string.IsNullOrEmpty(v)).Distinct()) is { Length: > 0 } all ? all : null;
}

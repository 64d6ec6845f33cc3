using System.Collections.Frozen;

namespace Hub.Matching.Searching;

/// <summary>The words by which a search says what follows.</summary>
internal static class SearchLabels
{
    /// <summary>Those that the hub's own words name first.</summary>
    public const string Known = "surname, given, name, born, age, pnc, cro, visor, document, postcode, phone, email, id";

    private static readonly FrozenDictionary<string, SearchField> Fields = new Dictionary<string, SearchField>
    {
        ["surname"] = SearchField.Surname,
        ["family"] = SearchField.Surname,
        ["familyname"] = SearchField.Surname,
        ["lastname"] = SearchField.Surname,
        ["surnames"] = SearchField.Surname,
        ["given"] = SearchField.Given,
        ["givenname"] = SearchField.Given,
        ["givennames"] = SearchField.Given,
        ["first"] = SearchField.Given,
        ["firstname"] = SearchField.Given,
        ["firstnames"] = SearchField.Given,
        ["christianname"] = SearchField.Given,
        ["forename"] = SearchField.Given,
        ["forenames"] = SearchField.Given,
        ["name"] = SearchField.Name,
        ["names"] = SearchField.Name,
        ["fullname"] = SearchField.Name,
        ["born"] = SearchField.Born,
        ["dob"] = SearchField.Born,
        ["dateofbirth"] = SearchField.Born,
        ["age"] = SearchField.Age,
        ["aged"] = SearchField.Age,
        ["pnc"] = SearchField.PncId,
        ["pncno"] = SearchField.PncId,
        ["pncid"] = SearchField.PncId,
        ["cro"] = SearchField.CroNumber,
        ["crono"] = SearchField.CroNumber,
        ["cronumber"] = SearchField.CroNumber,
        ["visor"] = SearchField.VisorReference,
        ["visorreference"] = SearchField.VisorReference,
        ["document"] = SearchField.Document,
        ["doc"] = SearchField.Document,
        ["passport"] = SearchField.Document,
        ["passportno"] = SearchField.Document,
        ["passportnumber"] = SearchField.Document,
        ["postcode"] = SearchField.Postcode,
        ["phone"] = SearchField.Phone,
        ["phoneno"] = SearchField.Phone,
        ["phonenumber"] = SearchField.Phone,
        ["tel"] = SearchField.Phone,
        ["telephone"] = SearchField.Phone,
        ["mobile"] = SearchField.Phone,
        ["mob"] = SearchField.Phone,
        ["email"] = SearchField.Email,
        ["emailaddress"] = SearchField.Email,
        ["id"] = SearchField.Id,
        ["nominal"] = SearchField.Id,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a label before a colon means; null where it is none. Full stops and hyphens do not count: <c>d.o.b.</c>, <c>e-mail</c>.</summary>
    public static SearchField? Of(ReadOnlySpan<char> label)
    {
        const int Longest = 20;
        if (label.Length > Longest)
        {
            return null;
        }

        var plain = string.Concat(label.ToString().Where(c => c is not ('.' or '-' or '_')));
        return Fields.TryGetValue(plain, out var field) ? field : null;
    }

    /// <summary>What a word without a colon announces, as in <c>dob 4.3.71</c>; never a name's part: Given and First are names too.</summary>
    public static SearchField? Announced(string word) =>
        word is "b." or "B." ? SearchField.Born
        : Of(word) is { } field and not (SearchField.Surname or SearchField.Given or SearchField.Name) ? field : null;

    /// <summary>Whether a word after what announces says nothing more: passport no 925665416.</summary>
    public static bool IsFiller(string word) => word.ToLowerInvariant() is "no" or "no." or "number" or "is" or "#";
}

namespace Hub.Accuracy.Maps;

/// <summary>The fields a map may fill; the README tells each.</summary>
internal static class MapFields
{
    public const string Id = "id";
    public const string Entity = "entity";
    public const string Truth = "truth";
    public const string Category = "category";
    public const string Surname = "surname";
    public const string PreviousSurname = "previousSurname";
    public const string Given = "given";
    public const string Middle = "middle";
    public const string FullName = "fullName";
    public const string Aliases = "aliases";
    public const string Born = "born";
    public const string Age = "age";
    public const string Sex = "sex";
    public const string Nationality = "nationality";
    public const string Ethnicity = "ethnicity";
    public const string PncId = "pncId";
    public const string CroNumber = "croNumber";
    public const string VisorReference = "visorReference";
    public const string Document = "document";
    public const string Postcode = "postcode";
    public const string Borough = "borough";
    public const string Address = "address";
    public const string PlaceOfBirth = "placeOfBirth";
    public const string Occupation = "occupation";
    public const string Phones = "phones";
    public const string Emails = "emails";

    public static IReadOnlyList<string> All { get; } =
    [
        Id, Entity, Truth, Category, Surname, PreviousSurname, Given, Middle, FullName, Aliases, Born, Age, Sex, Nationality, Ethnicity,
        PncId, CroNumber, VisorReference, Document, Postcode, Borough, Address, PlaceOfBirth, Occupation, Phones, Emails,
    ];

    /// <summary>What else people call a field; compared by letters alone.</summary>
    private static readonly (string Field, string[] Names)[] OtherNames =
    [
        (Id, ["recordid", "uniqueid"]),
        (Entity, ["cluster", "entityid"]),
        (Category, ["error"]),
        (Surname, ["familyname", "lastname"]),
        (PreviousSurname, ["maidenname"]),
        (Given, ["forename", "firstname", "givenname", "givennames"]),
        (Middle, ["middlename", "middlenames"]),
        (FullName, ["name", "names"]),
        (Aliases, ["alias"]),
        (Born, ["dob", "dateofbirth", "birthdate"]),
        (Sex, ["gender"]),
        (PncId, ["pnc"]),
        (CroNumber, ["cro"]),
        (VisorReference, ["visor"]),
        (Document, ["documents", "passport"]),
        (Address, ["addresses"]),
        (PlaceOfBirth, ["birthplace"]),
        (Phones, ["phone"]),
        (Emails, ["email"]),
    ];

    /// <summary>The field of a name, or of one of its other names, in any case; null where there is none.</summary>
    public static string? Find(string name)
    {
        var loose = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return All.FirstOrDefault(f => f.Equals(loose, StringComparison.OrdinalIgnoreCase)) ?? OtherNames.FirstOrDefault(o => o.Names.Contains(loose)).Field;
    }
}

namespace Hub.Matching.Comparisons;

/// <summary>The comparisons, one for each thing compared; the order of evidence.</summary>
internal enum Field
{
    Surname,
    Given,
    Middle,
    NameOrder,
    Generation,
    Born,
    BornInPart,
    Sex,
    Nationality,
    PncId,
    CroNumber,
    VisorReference,
    Document,
    Postcode,
    Address,
    PlaceOfBirth,
    Occupation,
    Phone,
    Email,
    Relation,
    Count,
}

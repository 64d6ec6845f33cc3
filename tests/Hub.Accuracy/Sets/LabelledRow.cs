using Hub.Nominals;
using Hub.Persons;

namespace Hub.Accuracy.Sets;

/// <summary>One row of a labelled set.</summary>
/// <param name="Number">Its place in the file, from 0, the header not counted.</param>
/// <param name="Id">The record's id, unique within the file.</param>
/// <param name="Entity">Who it is, as the set's truth says; null where it does not.</param>
/// <param name="Truth">In a manifest: the id or entity on the register; null where not on it.</param>
/// <param name="Category">Such as the kind of error; null where not mapped.</param>
/// <param name="Person">As read by the map.</param>
internal sealed record LabelledRow(int Number, string Id, string? Entity, string? Truth, string? Category, PersonDetails Person)
{
    /// <summary>The row as the register would hold it.</summary>
    public Nominal Nominal => new()
    {
        Id = Id,
        Names = Person.Names,
        Born = Person.Born,
        Sex = Person.Sex,
        Nationality = Person.Nationality,
        PncId = Person.PncId,
        CroNumber = Person.CroNumber,
        VisorReference = Person.VisorReference,
        PlaceOfBirth = Person.PlaceOfBirth,
        Occupation = Person.Occupation,
        Phones = Person.Phones,
        Emails = Person.Emails,
        Documents = Person.Documents,
        Addresses = Person.Addresses,
        Updated = DateTimeOffset.UnixEpoch,
    };
}

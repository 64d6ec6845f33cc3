using Hub.Persons;
using Hub.Time;

namespace Hub.Feeds.Arrests;

/// <summary>The ages that decide what an arrest notice is.</summary>
internal static class ArrestAges
{
    /// <summary>Age of criminal responsibility (Children and Young Persons Act 1933 s.50).</summary>
    public const int Responsible = 10;

    /// <summary>From here a person is no child (PACE 1984 s.37(15) as amended 2015).</summary>
    public const int Adult = 18;

    /// <summary>How far a stated age may be from the one the date of birth gives: a birthday slips easily, two years do not.</summary>
    public const int StatedAgeTolerance = 1;

    /// <summary>
    /// The ages a person may have had, in London, on the day of arrest; null where nothing is known. A stated age
    /// settles what a partly known date of birth leaves open, and counts alone where there is none.
    /// </summary>
    public static AgeRange? AtArrest(BirthDate? born, int? statedAge, DateTimeOffset arrestedAt) =>
        (born?.AgeOn(LondonTime.DateOf(arrestedAt)), statedAge) switch
        {
            ({ } range, { } age) => age >= range.Youngest && age <= range.Oldest ? new AgeRange(age, age) : range,
            ({ } range, null) => range,
            (null, { } age) => new AgeRange(age, age),
            _ => null,
        };

    public static bool IsUnderTen(AgeRange? age) => age is { Oldest: < Responsible };

    public static bool IsChildOfAge(AgeRange? age) => age is { Youngest: >= Responsible, Oldest: < Adult };

    public static bool IsAdult(AgeRange? age) => age is { Youngest: >= Adult };
}

using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>What goes wrong with a date of birth. What comes out is always a date.</summary>
internal static class DateErrors
{
    public static PersonDetails Apply(PersonDetails person, ErrorKind kind, SeededRandom random)
    {
        if (person.Born?.Exact is not { } born)
        {
            return person;
        }

        return person with
        {
            Born = BirthDate.Of(kind switch
            {
                ErrorKind.DayMonthSwapped when born.Day <= 12 => new DateOnly(born.Year, born.Day, born.Month),
                ErrorKind.YearOff => born.AddYears(random.Chance(500) ? 1 : -1),
                ErrorKind.DateDigit => Digit(born, random),
                _ => born,
            }),
        };
    }

    // One digit of day, month or the last two of the year; days end at 28, so that any month will do.
    private static DateOnly Digit(DateOnly born, SeededRandom random) => random.Below(5) switch
    {
        0 => new DateOnly(born.Year, born.Month, Math.Clamp((born.Day % 10) + (random.Below(3) * 10), 1, 28)),
        1 => new DateOnly(born.Year, born.Month, Math.Clamp((born.Day / 10 * 10) + random.Below(10), 1, 28)),
        2 => new DateOnly(born.Year, born.Month < 10 ? 1 + random.Below(9) : 10 + random.Below(3), Math.Min(born.Day, 28)),
        3 => new DateOnly((born.Year / 10 * 10) + random.Below(10), born.Month, Math.Min(born.Day, 28)),
        _ => born.AddYears(random.Chance(500) && born.Year < 2010 ? 10 : -10),
    };
}

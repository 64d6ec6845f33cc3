namespace Hub.Matching.Comparisons;

/// <summary>What one comparison found.</summary>
/// <param name="Level">The level's place in its comparison, from 1; 0 where either side lacks the field.</param>
/// <param name="Weight">Thousandths of a bit.</param>
/// <param name="Reported">Which of the report's values was compared.</param>
/// <param name="Registered">Which of the register's.</param>
internal readonly record struct FieldResult(byte Level, int Weight, byte Reported = 0, byte Registered = 0)
{
    public bool IsCompared => Level != 0;
}

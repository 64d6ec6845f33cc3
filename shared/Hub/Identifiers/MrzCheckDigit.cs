namespace Hub.Identifiers;

/// <summary>The check digit of a field of a machine-readable zone: weights 7, 3, 1 over values 0-9, A=10 to Z=35, filler 0, modulo 10 (ICAO 9303 part 3, 4.9).</summary>
public static class MrzCheckDigit
{
    /// <summary>The digit, or null where the field holds a character that no machine-readable zone has.</summary>
    public static char? Of(ReadOnlySpan<char> field)
    {
        var sum = 0;
        for (var i = 0; i < field.Length; i++)
        {
            int value;
            switch (field[i])
            {
                case >= '0' and <= '9':
                    value = field[i] - '0';
                    break;
                case >= 'A' and <= 'Z':
                    value = field[i] - 'A' + 10;
                    break;
                case '<':
                    value = 0;
                    break;
                default:
                    return null;
            }

            sum += value * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        }

        return (char)('0' + (sum % 10));
    }
}

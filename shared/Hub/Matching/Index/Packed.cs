using System.Buffers.Binary;
using Hub.Persons;

namespace Hub.Matching.Index;

/// <summary>How single values are packed into whole numbers. Zero always means not known.</summary>
internal static class Packed
{
    public const int NationalityCount = 27 * 27 * 27;

    /// <summary>Year, month and day in one number that orders as the dates do.</summary>
    public static int Born(BirthDate? born) => born is { } date ? Date(date.Year, date.Month ?? 0, date.Day ?? 0) : 0;

    public static int Date(int year, int month, int day) => (year << 9) | (month << 5) | day;

    public static int Year(int born) => born >> 9;

    public static int Month(int born) => (born >> 5) & 15;

    public static int Day(int born) => born & 31;

    public static bool IsWhole(int born) => Month(born) != 0 && Day(born) != 0;

    /// <summary>As ISO 8601 writes it, as far as it is known.</summary>
    public static string BornText(int born) => IsWhole(born) ? $"{Year(born):D4}-{Month(born):D2}-{Day(born):D2}"
        : Month(born) != 0 ? $"{Year(born):D4}-{Month(born):D2}"
        : $"{Year(born):D4}";

    /// <summary>A state's code of three letters (ISO 3166-1 alpha-3, ICAO 9303); 0 for anything else.</summary>
    public static ushort Letters(string? code)
    {
        if (code is not { Length: 3 })
        {
            return 0;
        }

        var packed = 0;
        foreach (var c in code)
        {
            if (!char.IsAsciiLetter(c))
            {
                return 0;
            }

            packed = (packed * 27) + (c | 0x20) - 'a' + 1;
        }

        return (ushort)packed;
    }

    public static string LettersText(ushort packed)
    {
        Span<char> text = stackalloc char[3];
        var at = 3;
        for (int rest = packed; rest > 0; rest /= 27)
        {
            text[--at] = (char)('A' - 1 + (rest % 27));
        }

        return text[at..].ToString();
    }

    /// <summary>Up to eight letters and digits, upper case, in one number: a postcode without its space.</summary>
    public static ulong Code(string? text)
    {
        Span<byte> bytes = stackalloc byte[8];
        var length = 0;
        foreach (var c in text ?? "")
        {
            if (char.IsAsciiLetterOrDigit(c) && length < bytes.Length)
            {
                bytes[length++] = (byte)char.ToUpperInvariant(c);
            }
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>A postcode (see <see cref="Code"/>); 0 for words in its place, such as <c>N/A</c>, and for the codes of no place that the ONS gives (ZZ99).</summary>
    public static ulong Postcode(string? text)
    {
        const ulong NoPlace = 0x39395A5A;
        const ulong FirstFour = 0xFFFF_FFFF;
        var code = Code(text);
        return text is null || !text.Any(char.IsAsciiDigit) || (code & FirstFour) == NoPlace ? 0 : code;
    }

    public static string CodeText(ulong code)
    {
        Span<char> text = stackalloc char[8];
        var length = 0;
        for (; code != 0; code >>= 8)
        {
            text[length++] = (char)(code & 0xFF);
        }

        return text[..length].ToString();
    }

    /// <summary>The last ten digits of a telephone number: without the country's code and the leading zero.</summary>
    public static ulong Phone(string text)
    {
        ulong digits = 0;
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits = ((digits * 10) + (ulong)(c - '0')) % 10_000_000_000;
                count++;
            }
        }

        const int Fewest = 6;
        return count < Fewest ? 0 : digits;
    }
}

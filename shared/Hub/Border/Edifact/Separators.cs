using Hub.Border.Manifests;

namespace Hub.Border.Edifact;

/// <summary>The characters with a meaning of an interchange: those of its UNA, or the standard ones (ISO 9735).</summary>
/// <param name="Component">Between the components of an element.</param>
/// <param name="Element">Between elements.</param>
/// <param name="Release">Takes the meaning from the character after it; null where the interchange has none.</param>
/// <param name="Repetition">
/// Between repetitions of an element (syntax version 4); null where the interchange has none. Without a UNA it is none:
/// real senders of version 4 have the standard <c>*</c> in their data.
/// </param>
/// <param name="Terminator">Ends a segment.</param>
public sealed record Separators(byte Component, byte Element, byte? Release, byte? Repetition, byte Terminator)
{
    /// <summary>Length of a UNA with its tag.</summary>
    internal const int AdviceLength = 9;

    private const int TagLength = 3;

    public static Separators Standard { get; } = new((byte)':', (byte)'+', (byte)'?', null, (byte)'\'');

    /// <summary>Reads a UNA of <see cref="AdviceLength"/> bytes.</summary>
    /// <exception cref="ManifestRefusedException">A separator is a letter, a digit, blank or no ASCII character, or two are the same.</exception>
    internal static Separators Read(ReadOnlySpan<byte> advice, long offset)
    {
        var marks = advice[TagLength..AdviceLength];
        var separators = new Separators(marks[0], marks[1], Optional(marks[3]), Optional(marks[4]), marks[5]);
        if (!separators.CanBeTold())
        {
            throw new ManifestRefusedException(
                new ManifestPlace(null, 0, "UNA", offset), "separators-unusable",
                "The separators of the UNA must be printable characters, neither letters nor digits, and all different.");
        }

        return separators;
    }

    private static byte? Optional(byte mark) => mark == ' ' ? null : mark;

    private bool CanBeTold()
    {
        byte?[] all = [Component, Element, Release, Repetition, Terminator];
        var used = all.OfType<byte>().ToArray();
        return used.All(mark => char.IsAscii((char)mark) && (char.IsPunctuation((char)mark) || char.IsSymbol((char)mark)))
            && used.Distinct().Count() == used.Length;
    }
}

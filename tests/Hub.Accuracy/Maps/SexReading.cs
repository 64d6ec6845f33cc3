using Hub.Persons;

namespace Hub.Accuracy.Maps;

/// <summary>Reads sex as files write it.</summary>
internal static class SexReading
{
    public static Sex Read(string? text, ReadingCounts counts)
    {
        switch (text?.ToLowerInvariant())
        {
            case "f" or "female" or "w" or "woman" or "girl":
                return Sex.Female;
            case "m" or "male" or "man" or "boy":
                return Sex.Male;
            case "o" or "other":
                return Sex.Other;
            case null or "u" or "unknown" or "x" or "<":
                return Sex.Unknown;
            default:
                counts.Add("sex: not readable (name its values in the map)");
                return Sex.Unknown;
        }
    }
}

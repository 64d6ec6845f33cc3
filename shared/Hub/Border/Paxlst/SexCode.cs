using Hub.Persons;

namespace Hub.Border.Paxlst;

/// <summary>The sex in an ATT, in either of the elements where senders put it.</summary>
internal static class SexCode
{
    public static Sex Read(string description, string type) => (description.Length > 0 ? description : type).ToUpperInvariant() switch
    {
        "F" or "FEMALE" => Sex.Female,
        "M" or "MALE" => Sex.Male,
        "X" => Sex.Other,
        _ => Sex.Unknown,
    };
}

namespace Hub.Border.Paxlst;

/// <summary>Tags and qualifiers of the segments of a person, and those around them.</summary>
internal static class PersonSegment
{
    public const int Beginning = ('B' << 16) | ('G' << 8) | 'M';
    public const int Transport = ('T' << 16) | ('D' << 8) | 'T';
    public const int Attribute = ('A' << 16) | ('T' << 8) | 'T';
    public const int Time = ('D' << 16) | ('T' << 8) | 'M';
    public const int Location = ('L' << 16) | ('O' << 8) | 'C';
    public const int Nationality = ('N' << 16) | ('A' << 8) | 'T';
    public const int Reference = ('R' << 16) | ('F' << 8) | 'F';
    public const int Document = ('D' << 16) | ('O' << 8) | 'C';
    public const int Total = ('C' << 16) | ('N' << 8) | 'T';

    /// <summary>ATT: sex.</summary>
    public const int Gender = 2;

    /// <summary>DTM: date of birth.</summary>
    public const int Birth = 329;

    /// <summary>DTM: a document's last day of validity.</summary>
    public const int Expiry = 36;

    /// <summary>LOC: where the person boards.</summary>
    public const int Embarks = 178;

    /// <summary>LOC: where the person leaves the flight.</summary>
    public const int Disembarks = 179;

    /// <summary>LOC: place of birth, by code or name.</summary>
    public const int BirthPlace = 180;

    /// <summary>LOC: the state that issued a document.</summary>
    public const int Issuer = 91;

    /// <summary>RFF: the booking, by its record locator.</summary>
    public const string BookingReference = "AVF";
}

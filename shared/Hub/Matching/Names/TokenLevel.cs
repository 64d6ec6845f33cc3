namespace Hub.Matching.Names;

/// <summary>How alike two words of a name are, from the most alike to the least.</summary>
public enum TokenLevel
{
    Same,

    /// <summary>Spelt otherwise, heard the same: Smith and Smyth, Jon and John, O'Brien and Brien.</summary>
    Spelling,

    /// <summary>In one family of nicknames and spellings: Elizabeth and Betty, Mohammed and Muhammad.</summary>
    Variant,

    /// <summary>One letter wrong, missing or too many, or two neighbours swapped, in a word of five letters or more.</summary>
    OneSlip,

    /// <summary>The beginning of the other, of three letters or more: Chris and Christopher.</summary>
    Shortened,

    /// <summary>The same consonants, other vowels: Karen and Corin. Words of three sounds or more.</summary>
    SoundsAlike,

    /// <summary>The same name in another language: John and Juan.</summary>
    Language,

    /// <summary>Two slips in a word of seven letters or more.</summary>
    TwoSlips,

    /// <summary>Formed from a part of the other as nicknames are: Ernie of Ernest, Tina of Christina.</summary>
    Clipped,

    /// <summary>One is a single letter that the other begins with.</summary>
    Initial,

    /// <summary>Two consonants or more that can be the same in some script, whatever the vowels: Napier and نابير, Jon and Jan.</summary>
    Skeleton,

    /// <summary>As before but for one consonant of four or more.</summary>
    NearSkeleton,

    /// <summary>Most letters the same, or one sound with another vowel: Lee and Lou.</summary>
    Similar,

    Different,
}

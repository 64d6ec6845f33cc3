namespace Hub.Testing.People;

/// <summary>What goes wrong between a person and the record of them.</summary>
public enum ErrorKind
{
    SurnameTypo,
    GivenTypo,
    SurnameByEar,
    GivenByEar,
    Nickname,
    NamesSwapped,
    MiddleNameDropped,
    DoubleBarrelled,
    MarriedName,
    DayMonthSwapped,
    DateDigit,
    YearOff,
    FieldMissing,
    AddressChanged,
    AddressTypo,
    PostcodeTypo,
    MisreadByScanner,
    DocumentDigit,
    PhoneDigit,
}

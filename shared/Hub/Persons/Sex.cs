namespace Hub.Persons;

/// <summary>Sex as recorded by the sender.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
    Other,
}

namespace Hub.Matching.Names;

/// <summary>Which part of a name a word stands in: "Ben" is a given name and, before a surname, "son of".</summary>
public enum NameRole
{
    Surname,
    Given,
}

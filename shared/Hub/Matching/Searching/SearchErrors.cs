using Hub.Json;

namespace Hub.Matching.Searching;

/// <summary>Everything wrong with a search, each with the parameter it stands in; never what was typed.</summary>
internal sealed class SearchErrors(List<FieldError> all)
{
    /// <summary>The parameter being read.</summary>
    public string In { get; set; } = SearchReading.FreeText;

    public int Count => all.Count;

    public void Add(string code, string message) => all.Add(new FieldError(In, code, message));
}

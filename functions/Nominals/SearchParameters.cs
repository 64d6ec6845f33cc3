using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Hub.Json;
using Hub.Matching.Searching;

namespace Hub.Functions.Nominals;

/// <summary>What a search may say besides its free words, by the names that the API and the page have for it.</summary>
internal static class SearchParameters
{
    public const string Reason = "reason";

    public static readonly ImmutableArray<(string Parameter, SearchField Field)> Fields =
    [
        ("surname", SearchField.Surname), ("given", SearchField.Given), ("born", SearchField.Born), ("age", SearchField.Age), ("pncId", SearchField.PncId), ("cro", SearchField.CroNumber),
        ("visor", SearchField.VisorReference), ("document", SearchField.Document), ("postcode", SearchField.Postcode), ("phone", SearchField.Phone), ("email", SearchField.Email), ("id", SearchField.Id),
    ];

    /// <param name="given">Everything said of one parameter.</param>
    /// <param name="errors">As <see cref="SearchReading.TryRead"/> gives them.</param>
    public static bool TryRead(
        string? freeText, Func<string, IEnumerable<string?>> given, DateTimeOffset now, [NotNullWhen(true)] out SearchQuestion? question, out ImmutableArray<FieldError> errors) =>
        SearchReading.TryRead(freeText, Fields.SelectMany(f => given(f.Parameter).Select(value => (f.Field, f.Parameter, value ?? ""))), now, out question, out errors);
}

using System.Collections.Immutable;
using Hub.Json;

namespace Hub.Desk.Forms;

/// <summary>
/// A form as it was entered and what is wrong with it: what somebody typed is never lost because a part of it cannot be
/// used. A field's name is the path in the errors: <c>rationale</c>, or <c>$.details.reference</c> by its last parts,
/// <c>details.reference</c>.
/// </summary>
public sealed record FormState
{
    /// <summary>Not filled in yet.</summary>
    public static FormState Empty { get; } = new();

    /// <summary>What was entered, by the fields' names.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Values { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public ImmutableArray<FieldError> Errors { get; init; } = [];

    public bool IsWrong => !Errors.IsEmpty;

    /// <summary>What was entered into a field; empty where nothing was.</summary>
    public string Value(string field) => Values.TryGetValue(field, out var values) && !values.IsEmpty ? values[0] : "";

    /// <summary>Whether a box, or an option, was ticked.</summary>
    public bool Has(string field, string value) => Values.TryGetValue(field, out var values) && values.Contains(value);

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(e => FieldOf(e.Path) == field)?.Message;

    /// <summary>Filled in with one value more.</summary>
    public FormState With(string field, string value) => this with { Values = Values.SetItem(field, [value]) };

    /// <summary>The field an error's path names: <c>$.details.reference</c> is <c>details.reference</c>.</summary>
    public static string FieldOf(string path) => path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    /// <summary>The id of a field's element: what the error summary leads to.</summary>
    public static string IdOf(string field) => field.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}

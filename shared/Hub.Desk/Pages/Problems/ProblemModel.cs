using System.Collections.Immutable;
using Hub.Json;

namespace Hub.Desk.Pages.Problems;

/// <summary>Why a page cannot be shown.</summary>
public sealed record ProblemModel(string Title, string? Detail, ImmutableArray<FieldError> Errors);

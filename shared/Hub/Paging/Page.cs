namespace Hub.Paging;

/// <summary>Which part of a long list is wanted.</summary>
/// <param name="Size">How many items at the most, 1 to <see cref="MaxSize"/>.</param>
/// <param name="Continuation">The token the page before ended with; null for the first page.</param>
public sealed record PageRequest(int Size = PageRequest.DefaultSize, string? Continuation = null)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 500;
}

/// <summary>One part of a long list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Continuation">The token for the next page; null when this was the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>A continuation token that was not given out by this list.</summary>
public sealed class InvalidContinuationException() : Exception("The continuation token is not one this list gave out.");

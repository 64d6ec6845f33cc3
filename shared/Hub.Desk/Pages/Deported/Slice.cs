using System.Collections.Immutable;

namespace Hub.Desk.Pages.Deported;

/// <summary>Where a slice of a longer list is.</summary>
public interface ISlice
{
    /// <summary>1 for the first.</summary>
    int Page { get; }

    int Pages { get; }
}

/// <summary>A part of a list that is too long for one page.</summary>
/// <param name="Items">Those shown.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Slice<T>(ImmutableArray<T> Items, int Page, int Pages, int Total) : ISlice;

/// <summary>Cuts lists into slices.</summary>
public static class Slice
{
    /// <param name="page">The page asked for; one there is not is the first or the last.</param>
    public static Slice<T> Of<T>(IReadOnlyList<T> all, int page, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var shown = Math.Clamp(page, 1, pages);
        return new Slice<T>([.. all.Skip((shown - 1) * size).Take(size)], shown, pages, all.Count);
    }
}

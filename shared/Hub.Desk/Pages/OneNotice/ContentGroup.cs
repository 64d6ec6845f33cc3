using System.Collections.Immutable;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>A part of a notice's content, such as whom it is about.</summary>
/// <param name="Title">What the part is.</param>
public sealed record ContentGroup(string Title, ImmutableArray<ContentRow> Rows);

/// <summary>One thing the content says.</summary>
public sealed record ContentRow(string Label, ImmutableArray<ContentValue> Values);

/// <summary>What it says of it, in words.</summary>
/// <param name="Address">Where there is more of it; null where there is nothing, or the reader may not go there.</param>
public sealed record ContentValue(string Text, string? Address = null);

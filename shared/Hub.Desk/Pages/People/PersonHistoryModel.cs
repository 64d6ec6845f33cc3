using System.Collections.Immutable;

namespace Hub.Desk.Pages.People;

/// <summary>How a record came to be what it is.</summary>
public sealed record PersonHistoryModel
{
    /// <summary>The record's id on the register.</summary>
    public required string Id { get; init; }

    /// <summary>The record itself; null for whoever may not read it.</summary>
    public string? Record { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<RecordChange> Changes { get; init; }

    /// <summary>What in the history does not hold together; null where nothing was altered.</summary>
    public string? Broken { get; init; }

    /// <summary>The newest changes; null where these are they.</summary>
    public string? First { get; init; }

    /// <summary>Older changes; null where there are none.</summary>
    public string? Next { get; init; }
}

/// <summary>One change of a record.</summary>
public sealed record RecordChange
{
    /// <summary>What was done: <c>Added to the register</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>When the register took it in. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Source { get; init; }

    public required string Because { get; init; }

    public required ImmutableArray<FieldRow> Fields { get; init; }

    /// <summary>Fields that changed and are not listed, because there are too many.</summary>
    public required int LeftOut { get; init; }
}

/// <summary>A field that changed.</summary>
/// <param name="Old">Null where nothing stood there.</param>
/// <param name="New">Null where nothing stands there any more.</param>
public sealed record FieldRow(string Label, string? Old, string? New);

using System.Collections.Immutable;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.People;

/// <summary>A nominal's record, in words.</summary>
public sealed record PersonModel
{
    /// <summary>The name they go by.</summary>
    public required string Name { get; init; }

    /// <summary>The record's id on the register.</summary>
    public required string Id { get; init; }

    /// <summary>The id asked for, where that record was merged into this one; null where this is it.</summary>
    public string? AskedFor { get; init; }

    /// <summary>When their time on the register ended, UTC; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    public bool Provisional { get; init; }

    /// <summary>When its source last changed it. UTC.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required ImmutableArray<Badge> Badges { get; init; }

    public required ImmutableArray<RecordSection> Sections { get; init; }

    /// <summary>Pages about this person that the reader has.</summary>
    public required ImmutableArray<RelatedPage> Related { get; init; }

    /// <summary>Their cases as a deported offender, as far as the reader may see them.</summary>
    public required ImmutableArray<RelatedPage> Cases { get; init; }
}

/// <summary>A part of a record under its own heading.</summary>
public sealed record RecordSection(string Heading, ImmutableArray<RecordRow> Rows);

/// <summary>A name and what it stands for; several where there are several.</summary>
public sealed record RecordRow(string Label, ImmutableArray<string> Values);

/// <summary>A link to something about a person.</summary>
/// <param name="More">A word more beside it; null where none is needed.</param>
public sealed record RelatedPage(string Text, string Address, string? More = null);

/// <summary>Before a person is shown: why somebody looks.</summary>
/// <param name="Address">Where the reason is sent.</param>
/// <param name="IsGone">One was given before, and is good no more.</param>
public sealed record WhyModel(string Address, FormState Form, bool IsGone);

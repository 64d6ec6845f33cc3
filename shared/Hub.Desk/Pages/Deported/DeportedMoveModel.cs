using System.Collections.Immutable;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.Deported;

/// <summary>One move of a case, to be made.</summary>
public sealed record DeportedMoveModel
{
    public required CaseId Id { get; init; }

    public required CaseFacts Facts { get; init; }

    /// <summary>To follow "the case is".</summary>
    public required string StateWords { get; init; }

    /// <summary>The plan that holds, in words; null where there is none.</summary>
    public string? Plan { get; init; }

    public required OpenMove Move { get; init; }

    /// <summary>What it asks for, as an instruction.</summary>
    public required string Asks { get; init; }

    public required FormState Form { get; init; }

    /// <summary>What others did since the form was made, each in words; empty where nothing.</summary>
    public ImmutableArray<string> Changed { get; init; } = [];

    /// <summary>Something was entered: it stays on the page, whatever is missing.</summary>
    public required bool IsEntered { get; init; }
}

using System.Collections.Immutable;
using Hub.Identity;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// The states of a case and the moves between them, from <c>deported-offender-moves.data.json</c>: who may make a move,
/// from where, and what must be there first. Immutable, read once.
/// </summary>
public sealed record MoveTable
{
    private static readonly Lazy<MoveTable> Published = new(() => EmbeddedData.Read<MoveTable>("deported-offender-moves.data.json"));

    /// <summary>The table as published with the hub.</summary>
    public static MoveTable Default => Published.Value;

    public required ImmutableArray<NamedState> States { get; init; }

    /// <summary>Each role that may make a move, in words.</summary>
    public required ImmutableSortedDictionary<string, string> Roles { get; init; }

    /// <summary>Each fact that a move may need, and what is said where it is missing. What makes it true is in <see cref="MoveNeeds"/>.</summary>
    public required ImmutableSortedDictionary<string, string> Needs { get; init; }

    public required ImmutableArray<MoveRule> Moves { get; init; }

    /// <summary>The move of a name; null where there is none, or only the hub makes it.</summary>
    public MoveRule? Find(string move) => Moves.FirstOrDefault(m => m.Name == move && !m.Roles.IsEmpty);

    /// <summary>A move by its name, the hub's own included.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public MoveRule Get(string move) => Moves.First(m => m.Name == move);

    /// <summary>A state in words.</summary>
    public string Words(string state) => States.First(s => s.Name == state).Words;

    /// <summary>Who may make a move: <c>a Jigsaw officer or a supervisor or senior officer</c>.</summary>
    public string Who(MoveRule move) => string.Join(" or ", move.Roles.Select(r => Roles[r]));

    /// <summary>Who may make a move, in a sentence.</summary>
    public string WhoMay(MoveRule move) => $"Only {Who(move)} may do this.";
}

/// <summary>A state a case can be in.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Label">For people, as a step of the way.</param>
/// <param name="Words">For people, to follow "the case is".</param>
public sealed record NamedState(string Name, string Label, string Words);

/// <summary>A move.</summary>
public sealed record MoveRule
{
    public required string Name { get; init; }

    /// <summary>What it says, as the beginning of a sentence.</summary>
    public required string Words { get; init; }

    /// <summary>What it asks of an officer, as an instruction; null where only the hub makes it.</summary>
    public string? Asks { get; init; }

    /// <summary>Roles that may make it; empty where only the hub does.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    public required ImmutableArray<MoveWay> Ways { get; init; }

    /// <summary>Facts without which it is refused: see <see cref="MoveTable.Needs"/>.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>What there is to choose between; empty where nothing.</summary>
    public ImmutableArray<MoveOption> Options { get; init; } = [];

    public bool IsFor(Role role) => Roles.Contains(RoleNames.Of(role));

    /// <summary>The state it leads to; null where it cannot be made from this one.</summary>
    public string? To(string from) => Ways.FirstOrDefault(w => w.From.Contains(from)) is { } way ? way.To ?? from : null;
}

/// <summary>From which states a move leads where.</summary>
/// <param name="From">Any of these.</param>
/// <param name="To">Null: the case stays where it is.</param>
public sealed record MoveWay(ImmutableArray<string> From, string? To = null);

/// <summary>One choice that a move leaves.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Words">For people.</param>
/// <param name="Meaning">What follows where it is chosen, for whoever chooses.</param>
/// <param name="Needs">Facts without which it cannot be chosen.</param>
public sealed record MoveOption(string Name, string Words, string Meaning, ImmutableArray<string> Needs = default);

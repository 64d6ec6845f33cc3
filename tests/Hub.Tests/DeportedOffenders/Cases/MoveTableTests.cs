using Hub.DeportedOffenders.Cases;
using Hub.Identity;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>The table of moves holds together, and with the code.</summary>
public sealed class MoveTableTests
{
    private static readonly MoveTable Table = MoveTable.Default;

    [Fact]
    public void Data_and_code_name_the_same_needs()
    {
        Assert.Equal(Table.Needs.Keys, MoveNeeds.Names.Order(StringComparer.Ordinal));
        var asked = Table.Moves.SelectMany(m => m.Needs.Concat(m.Options.SelectMany(o => o.Needs.IsDefault ? [] : o.Needs)));
        Assert.Equal(Table.Needs.Keys, asked.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Data_and_code_name_the_same_moves_states_and_choices()
    {
        Assert.Equal(Names(typeof(MoveName)), Table.Moves.Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Subset(Table.States.Select(s => s.Name).ToHashSet(), Names(typeof(CaseState)).ToHashSet());
        Assert.Equal(Names(typeof(DecisionOutcomes)), Table.Moves.SelectMany(m => m.Options).Select(o => o.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_way_leads_from_a_state_to_a_state_and_every_role_is_one()
    {
        var states = Table.States.Select(s => s.Name).ToHashSet();
        Assert.All(Table.Moves.SelectMany(m => m.Ways), way => Assert.Subset(states, way.From.Add(way.To ?? way.From[0]).ToHashSet()));
        Assert.All(Table.Moves, m => Assert.Equal(m.Ways.Sum(w => w.From.Length), m.Ways.SelectMany(w => w.From).Distinct().Count()));
        Assert.All(Table.Moves.SelectMany(m => m.Roles), role => Assert.True(RoleNames.TryParse(role, out _)));
        Assert.Equal(Table.Roles.Keys, Table.Moves.SelectMany(m => m.Roles).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_state_is_reached_and_reaches_closed_and_nothing_leads_out_of_it()
    {
        var reached = From(CaseState.Received);
        Assert.All(Table.States, s => Assert.Contains(s.Name, reached));
        Assert.All(Table.States, s => Assert.Contains(CaseState.Closed, From(s.Name)));
        Assert.DoesNotContain(Table.Moves, m => m.To(CaseState.Closed) is not null);
    }

    [Fact]
    public void Every_move_of_an_officer_says_what_it_asks_and_every_choice_what_it_means()
    {
        Assert.All(Table.Moves, m => Assert.Equal(m.Roles.IsEmpty, m.Asks is null));
        Assert.All(Table.Moves.SelectMany(m => m.Options), o => Assert.EndsWith(".", o.Meaning, StringComparison.Ordinal));
        Assert.All(Table.States, s => Assert.NotEqual("", s.Label));
    }

    [Fact]
    public void A_decision_is_for_the_senior_officer_alone() =>
        Assert.Equal("supervisor", Assert.Single(Table.Find(MoveName.Decide)!.Roles));

    private static HashSet<string> From(string state)
    {
        HashSet<string> reached = [state];
        while (Table.Moves.SelectMany(m => reached.Select(m.To)).OfType<string>().Where(s => !reached.Contains(s)).ToList() is { Count: > 0 } more)
        {
            reached.UnionWith(more);
        }

        return reached;
    }

    private static IEnumerable<string> Names(Type type) => type.GetFields().Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal);
}

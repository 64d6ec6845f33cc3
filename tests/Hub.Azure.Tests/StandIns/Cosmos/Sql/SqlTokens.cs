using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>The tokens of a query and how far they are read.</summary>
internal sealed class SqlTokens(IReadOnlyList<SqlToken> tokens)
{
    // Words the service's grammar keeps for itself: a property of such a name is written c["order"].
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "ARRAY", "AS", "ASC", "BETWEEN", "BY", "DESC", "DISTINCT", "ESCAPE", "EXISTS", "FALSE", "FROM", "GROUP", "IN", "JOIN", "LEFT", "LIKE", "LIMIT",
        "NOT", "NULL", "OFFSET", "OR", "ORDER", "RIGHT", "SELECT", "TOP", "TRUE", "UDF", "UNDEFINED", "VALUE", "WHERE",
    };

    private int _at;

    public SqlToken Next => tokens[_at];

    public SqlToken AfterNext => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public SqlToken Take() => tokens[Next.Kind == SqlTokenKind.End ? _at : _at++];

    public bool IsWord(string word) => Next.Kind == SqlTokenKind.Name && Next.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool TakesWord(string word) => IsWord(word) && Take() is not null;

    public bool TakesSymbol(string symbol) => Next.Kind == SqlTokenKind.Symbol && Next.Text == symbol && Take() is not null;

    public void Word(string word)
    {
        if (!TakesWord(word)) throw Wrong();
    }

    public void Symbol(string symbol)
    {
        if (!TakesSymbol(symbol)) throw Wrong();
    }

    public bool IsName => Next.Kind == SqlTokenKind.Name && !Reserved.Contains(Next.Text);

    public string Name() => IsName ? Take().Text : throw Wrong();

    public Refusal Wrong() => Refusal.Bad($"Syntax error, incorrect syntax near '{Next.Text}' (or the stand-in does not know it).");
}

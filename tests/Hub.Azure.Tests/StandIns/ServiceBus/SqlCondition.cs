namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>
/// A SQL filter, read from its text and evaluated as Service Bus does: a property that is not there is unknown, and
/// unknown goes through AND, OR, NOT, = and IN as in SQL; only what is true passes. Names and values are compared to the letter.
/// </summary>
internal sealed class SqlCondition
{
    private readonly string text;
    private readonly SqlToken[] tokens;
    private readonly Term condition;
    private int next;

    private SqlCondition(string text)
    {
        this.text = text;
        tokens = [.. SqlToken.Read(text)];
        condition = Or();
        if (next < tokens.Length)
        {
            throw NotUnderstood();
        }
    }

    /// <summary>What a term says of a message; null: unknown.</summary>
    private delegate bool? Term(MessageContent message);

    private delegate object? Value(MessageContent message);

    /// <exception cref="FormatException">The text is no filter, or uses what this parser does not know.</exception>
    public static SqlCondition Parse(string text) => new(text);

    public bool Passes(MessageContent message) => condition(message) == true;

    private Term Or()
    {
        var left = And();
        while (Take("OR"))
        {
            var (first, second) = (left, And());
            left = m => (first(m), second(m)) switch
            {
                (true, _) or (_, true) => true,
                (false, false) => false,
                _ => null,
            };
        }

        return left;
    }

    private Term And()
    {
        var left = Not();
        while (Take("AND"))
        {
            var (first, second) = (left, Not());
            left = m => (first(m), second(m)) switch
            {
                (false, _) or (_, false) => false,
                (true, true) => true,
                _ => null,
            };
        }

        return left;
    }

    private Term Not() => Take("NOT") ? Negated(Not()) : Predicate();

    private Term Predicate()
    {
        if (Take("EXISTS"))
        {
            Need("(");
            var property = Property();
            Need(")");
            return m => property(m) is not null;
        }

        if (Take("("))
        {
            var inner = Or();
            Need(")");
            return inner;
        }

        var isProperty = Peek().Kind == SqlTokenKind.Name;
        var left = Operand();
        if (isProperty && Take("IS"))
        {
            var not = Take("NOT");
            Need("NULL");
            return m => left(m) is null != not;
        }

        if (Take("="))
        {
            return Same(left, Operand());
        }

        if (Take("<>"))
        {
            return Negated(Same(left, Operand()));
        }

        var negated = Take("NOT");
        Need("IN");
        return negated ? Negated(In(left)) : In(left);
    }

    private Term In(Value left)
    {
        Need("(");
        List<Term> same = [Same(left, Operand())];
        while (Take(","))
        {
            same.Add(Same(left, Operand()));
        }

        Need(")");
        return m => same.Exists(s => s(m) == true) ? true : same.Exists(s => s(m) is null) ? null : false;
    }

    private Value Operand()
    {
        if (Peek() is { Kind: SqlTokenKind.Literal } literal)
        {
            next++;
            return _ => literal.Text;
        }

        return Property();
    }

    private Value Property()
    {
        var name = Name();
        if (!Take("."))
        {
            return m => m.ApplicationProperties.GetValueOrDefault(name);
        }

        var inner = Name();
        return name.ToUpperInvariant() switch
        {
            "USER" => m => m.ApplicationProperties.GetValueOrDefault(inner),
            "SYS" => System(inner),
            _ => throw new FormatException($"The scope {name} is neither sys nor user: {text}"),
        };
    }

    private Value System(string name) => name.ToUpperInvariant() switch
    {
        "MESSAGEID" => m => m.MessageId,
        "LABEL" or "SUBJECT" => m => m.Properties.Subject,
        "CORRELATIONID" => m => m.Properties.CorrelationId?.ToString(),
        "CONTENTTYPE" => m => m.Properties.ContentType.Value,
        "TO" => m => m.Properties.To?.ToString(),
        "REPLYTO" => m => m.Properties.ReplyTo?.ToString(),
        _ => throw new FormatException($"The system property {name} is not understood: {text}"),
    };

    private string Name() => Peek() is { Kind: SqlTokenKind.Name } name && next++ >= 0 ? name.Text : throw NotUnderstood();

    // Values of other types than text are never equal to a literal, which is always text here.
    private static Term Same(Value left, Value right) => m => (left(m), right(m)) switch
    {
        (null, _) or (_, null) => null,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        var (a, b) => a.Equals(b),
    };

    private static Term Negated(Term term) => m => !term(m);

    private SqlToken Peek() => next < tokens.Length ? tokens[next] : throw NotUnderstood();

    private bool Take(string mark)
    {
        var there = next < tokens.Length && tokens[next].Is(mark);
        next += there ? 1 : 0;
        return there;
    }

    private void Need(string mark)
    {
        if (!Take(mark))
        {
            throw NotUnderstood();
        }
    }

    private FormatException NotUnderstood() =>
        new(next < tokens.Length ? $"'{tokens[next].Text}' (word {next + 1}) is not understood here: {text}" : $"The filter ends too soon: {text}");
}

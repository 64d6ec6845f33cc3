using Hub.Matching.Names;

namespace Hub.Matching.Index;

/// <summary>
/// Every distinct word on the register once, by number, and on how many nominals it is in each role. One thread adds;
/// any number read meanwhile. Words are never taken out, so that numbers stay good in every segment.
/// </summary>
internal sealed class TokenTable
{
    /// <summary>Numbers are stored in three bytes; the highest are kept for a query's own words.</summary>
    public const int MaxTokens = 0xFF0000;

    private State state = new(1 << 10);

    public int Count => Volatile.Read(ref state.Count);

    public NameToken this[int id] => state.Tokens[id];

    public State Current => Volatile.Read(ref state);

    /// <summary>The number of a word; -1 where the register has none such.</summary>
    public int Find(ReadOnlySpan<char> word) => Current.Find(word);

    /// <summary>The number of a word, adding it where it is new. One thread at a time.</summary>
    /// <exception cref="InvalidOperationException">There are too many distinct words.</exception>
    public int Add(ReadOnlySpan<char> word)
    {
        var known = state.Find(word);
        if (known >= 0)
        {
            return known;
        }

        if (state.Count == MaxTokens)
        {
            throw new InvalidOperationException($"The register has more than {MaxTokens:N0} distinct words; it must be kept in buckets.");
        }

        if (state.Count == state.Tokens.Length)
        {
            Volatile.Write(ref state, state.Grown());
        }

        return state.Append(NameToken.Of(word.ToString()));
    }

    /// <summary>Counts one nominal more, or one less, that has the word in a role. One thread at a time.</summary>
    public void CountTerm(TermRole role, int id, int change) => state.Counts((int)role)[id] += change;

    internal sealed class State
    {
        private const int Roles = 3;
        private readonly int[] slots;
        private readonly int[][] counts = new int[Roles][];
        public int Count;

        public State(int capacity)
        {
            Tokens = new NameToken[capacity];
            slots = new int[capacity * 2];
            for (var i = 0; i < Roles; i++)
            {
                counts[i] = new int[capacity];
            }
        }

        /// <summary>A table without a word.</summary>
        public static State Empty { get; } = new(1);

        public NameToken[] Tokens { get; }

        public int[] Counts(int role) => counts[role];

        public int Find(ReadOnlySpan<char> word)
        {
            for (var at = (int)Hashing.OfText(word) & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
            {
                var id = Volatile.Read(ref slots[at]) - 1;
                if (id < 0 || word.SequenceEqual(Tokens[id].Text))
                {
                    return id;
                }
            }
        }

        public int Append(NameToken token)
        {
            var id = Count;
            Tokens[id] = token;
            Place(id);
            Volatile.Write(ref Count, id + 1);
            return id;
        }

        public State Grown()
        {
            var grown = new State(Tokens.Length * 2) { Count = Count };
            Tokens.AsSpan(0, Count).CopyTo(grown.Tokens);
            for (var i = 0; i < Roles; i++)
            {
                counts[i].AsSpan(0, Count).CopyTo(grown.counts[i]);
            }

            for (var id = 0; id < Count; id++)
            {
                grown.Place(id);
            }

            return grown;
        }

        private void Place(int id)
        {
            var at = (int)Hashing.OfText(Tokens[id].Text) & (slots.Length - 1);
            while (slots[at] != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }

            Volatile.Write(ref slots[at], id + 1);
        }
    }
}

/// <summary>In what a word counts towards how common it is.</summary>
internal enum TermRole
{
    Surname,
    Given,
    Place,
}

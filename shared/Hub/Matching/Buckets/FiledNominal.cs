using Hub.Matching.Index;
using Hub.Matching.Names;
using Hub.Nominals;

namespace Hub.Matching.Buckets;

/// <summary>What the index makes of a nominal whose time on the register runs.</summary>
/// <param name="Keys">The keys under which it is filed, without repeats.</param>
/// <param name="Row">What is looked at before the nominal itself is read.</param>
/// <param name="Terms">What it counts towards, without repeats (see <see cref="TermNumber"/>).</param>
internal sealed record FiledNominal(BlockingKey[] Keys, Row Row, ulong[] Terms)
{
    /// <summary>Null for one that is not filed: there is none, or it has ended.</summary>
    public static FiledNominal? Of(Nominal? nominal)
    {
        if (nominal is not { Ended: null })
        {
            return null;
        }

        var own = new List<NameToken>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var writer = new RecordWriter(word =>
        {
            if (!numbers.TryGetValue(word, out var number))
            {
                numbers[word] = number = TokenTable.MaxTokens + own.Count;
                own.Add(NameToken.Of(word));
            }

            return number;
        });
        var traits = new Traits();
        traits.ReadNames(writer.Write(nominal.Id, PersonFacts.Of(nominal)).ToArray(), 0);
        traits.ReadRest();
        traits.Born = Packed.Born(nominal.Born);
        var words = new Words(TokenTable.State.Empty, own);
        var keys = new BlockingKey[BlockingKeys.Max];
        var row = Row.Of(0, traits, words, nominal);
        return new FiledNominal(keys[..BlockingKeys.Of(traits, words, asked: false, keys)], row, Counted(traits, words, row));
    }

    private static ulong[] Counted(Traits traits, Words words, Row row)
    {
        var terms = new List<int>();
        RecordTerms.Of(traits, terms);
        List<ulong> counted = [TermNumber.Population, .. terms.Select(term => TermNumber.OfWord(RecordTerms.Role(term), words[RecordTerms.Word(term)].Text))];
        if (row.Born != 0)
        {
            counted.Add(TermNumber.OfYear(Packed.Year(row.Born)));
        }

        if (row.Nationality != 0)
        {
            counted.Add(TermNumber.WithNationality);
            counted.Add(TermNumber.OfNationality(row.Nationality));
        }

        return [.. counted];
    }
}

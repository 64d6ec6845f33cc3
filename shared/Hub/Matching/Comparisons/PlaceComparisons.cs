using Hub.Matching.Index;
using Hub.Matching.Model;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>Postcodes, and the words of addresses, of a place of birth, of an occupation.</summary>
internal static class PlaceComparisons
{
    private const byte Same = 1;

    /// <summary>The best of all pairs of postcodes: the same, one slip apart, the same sector, different.</summary>
    public static FieldResult Postcode(Comparing pair)
    {
        var best = default(FieldResult);
        var reported = pair.Reported.Addresses;
        var registered = pair.Registered.Addresses;
        for (var i = 0; i < reported.Length; i++)
        {
            for (var j = 0; j < registered.Length; j++)
            {
                if (reported[i].Postcode != 0 && registered[j].Postcode != 0)
                {
                    var level = PostcodeLevel.Of(reported[i].Postcode, registered[j].Postcode);
                    best = !best.IsCompared || level < best.Level ? pair.Result(Field.Postcode, level, i, j) : best;
                }
            }
        }

        return best;
    }

    /// <summary>The best of all pairs of addresses, by the words they share: a rare street says more than a common one.</summary>
    public static FieldResult Address(Comparing pair)
    {
        var best = default(FieldResult);
        var reported = pair.Reported.Addresses;
        var registered = pair.Registered.Addresses;
        for (var i = 0; i < reported.Length; i++)
        {
            for (var j = 0; j < registered.Length; j++)
            {
                var result = WordsShared(pair, Field.Address, reported[i].Words, registered[j].Words);
                if (result.IsCompared && (!best.IsCompared || result.Weight > best.Weight))
                {
                    best = result with { Reported = (byte)i, Registered = (byte)j };
                }
            }
        }

        return best;
    }

    /// <summary>
    /// An address beside its postcode. Who lives at a postcode lives in one of few houses: that the address agrees too says
    /// less. Who has moved has another address as well as another postcode: one move, so the address counts half.
    /// </summary>
    public static FieldResult Beside(FieldResult postcode, FieldResult address)
    {
        const int MostInPostcode = 7 * MilliBits.PerBit;
        const byte DifferentPostcode = 4;
        return postcode.Level switch
        {
            Same => address with { Weight = Math.Min(address.Weight, MostInPostcode) },
            DifferentPostcode when address.Weight < 0 => address with { Weight = address.Weight / 2 },
            _ => address,
        };
    }

    public static FieldResult PlaceOfBirth(Comparing pair) => FewWords(pair, Field.PlaceOfBirth, pair.Reported.PlaceOfBirth, pair.Registered.PlaceOfBirth);

    public static FieldResult Occupation(Comparing pair) => FewWords(pair, Field.Occupation, pair.Reported.Occupation, pair.Registered.Occupation);

    // What the shared words tell, against what the side with less to tell has in all.
    private static FieldResult WordsShared(Comparing pair, Field field, WordRange reported, WordRange registered)
    {
        if (reported.Count == 0 || registered.Count == 0)
        {
            return default;
        }

        var (shared, of) = (0, 0);
        var taken = 0;
        for (var i = 0; i < reported.Count; i++)
        {
            var word = pair.Reported.Word(reported, i);
            of += Telling(pair, word);
            for (var j = 0; j < registered.Count; j++)
            {
                var other = pair.Registered.Word(registered, j);
                if ((taken & (1 << j)) == 0 && (word == other || Alike(pair, word, other)))
                {
                    taken |= 1 << j;
                    shared += word == other ? Telling(pair, other) : Telling(pair, other) * 3 / 4;
                    break;
                }
            }
        }

        var registeredOf = 0;
        for (var j = 0; j < registered.Count; j++)
        {
            registeredOf += Telling(pair, pair.Registered.Word(registered, j));
        }

        return Shared(pair, field, shared, Math.Min(of, registeredOf));
    }

    private static FieldResult Shared(Comparing pair, Field field, int shared, int of)
    {
        byte level = shared * 10 >= of * 8 ? (byte)1 : shared * 2 >= of ? (byte)2 : shared * 4 >= of ? (byte)3 : (byte)4;
        var weight = pair.Model.Weight(field, level);

        // Never more than the level says, and less where what is shared is common.
        return new(level, level == 4 ? weight : Math.Min(weight, pair.Model.Agreement(field, level) + (shared * 3 / 4)));
    }

    // How much a word tells: the rarer, the more; unknown ones like those that one in a thousand has.
    private static int Telling(Comparing pair, int word)
    {
        const int Most = 10 * MilliBits.PerBit;
        var others = pair.Words.Frequency(TermRole.Place, word);
        return Math.Clamp(MilliBits.Log2((ulong)pair.Population + 1) - MilliBits.Log2((ulong)Math.Max(0, others) + 1), 0, Most);
    }

    private static bool Alike(Comparing pair, int a, int b) =>
        TokenLikeness.Compare(pair.Words[a], pair.Words[b]) is TokenLevel.Spelling or TokenLevel.OneSlip or TokenLevel.TwoSlips or TokenLevel.SoundsAlike;

    private static FieldResult FewWords(Comparing pair, Field field, WordRange reported, WordRange registered)
    {
        if (reported.Count == 0 || registered.Count == 0)
        {
            return default;
        }

        if (NameWordComparison.SameJoined(pair, reported, registered))
        {
            var word = pair.Registered.Word(registered, 0);
            return new(Same, pair.TermWeight(field, Same, TermRole.Place, word, word));
        }

        const byte AlikeLevel = 2;
        const byte Different = 3;
        var (level, _) = NameWordComparison.Best(pair, pair.Reported.Word(reported, 0), registered);
        return pair.Result(field, level <= 1 + (byte)TokenLevel.TwoSlips ? AlikeLevel : Different);
    }
}

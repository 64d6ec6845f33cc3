using Hub.Matching.Names;

namespace Hub.Matching.Index;

/// <summary>
/// The blocking keys of a person. A union: any one shared makes two people candidates, so that no single slip, and
/// few pairs of slips, keep them apart.
/// </summary>
internal static class BlockingKeys
{
    /// <summary>Keys of one record at the most.</summary>
    public const int Max = 256;

    private const int NamesUsed = 6;
    private const int WordsUsed = 3;
    private const int AddressesUsed = 3;
    private const int PlaceWordsUsed = 10;
    private const int ShortestPlaceWord = 4;
    private const int ShortestHalved = 6;

    /// <summary>Fills in the keys of a record, names and rest read; without repeats.</summary>
    /// <param name="asked">True for the person looked for, whose keys also allow for day and month written the wrong way round.</param>
    public static int Of(Traits traits, Words words, bool asked, Span<BlockingKey> keys)
    {
        var found = new Found(keys);
        Identifiers(traits, ref found);
        Born(traits.Born, asked, ref found);
        Addresses(traits, words, ref found);
        var names = traits.Names;
        for (var n = 0; n < Math.Min(names.Length, NamesUsed); n++)
        {
            Name(traits, words, names[n], ref found);
        }

        return found.Count;
    }

    private static void Identifiers(Traits traits, ref Found found)
    {
        for (var kind = IdentifierKind.Pnc; kind < IdentifierKind.Count; kind++)
        {
            if (traits.Identifier(kind) is { Length: > 0 } text)
            {
                found.Add(BlockingKind.PncId + (int)kind, Hashing.OfBytes(traits.Text(text)));
            }
        }

        foreach (var document in traits.Documents)
        {
            if (document.Length > 0)
            {
                var text = traits.Text(document);
                found.Add(BlockingKind.Document, Hashing.OfBytes(text));
                if (text.Length >= ShortestHalved)
                {
                    found.Add(BlockingKind.DocumentHalf, 0, Hashing.OfBytes(text[..(text.Length / 2)]));
                    found.Add(BlockingKind.DocumentHalf, 1, Hashing.OfBytes(text[(text.Length / 2)..]));
                }
            }
        }

        foreach (var phone in traits.Phones)
        {
            found.Add(BlockingKind.Phone, phone);
        }

        foreach (var email in traits.Emails)
        {
            // The part before the @: the same person moves from provider to provider.
            var text = traits.Text(email);
            var at = text.IndexOf((byte)'@');
            found.Add(BlockingKind.Email, Hashing.OfBytes(at > 0 ? text[..at] : text));
        }
    }

    private static void Name(Traits traits, Words words, NameRange name, ref Found found)
    {
        for (var s = 0; s < Math.Min(name.Surname.Count, WordsUsed); s++)
        {
            var surname = words[traits.Word(name.Surname, s)];
            var sound = Sound(surname);
            found.Add(BlockingKind.Surname, sound);
            Dated(BlockingKind.SurnameYearMonth, sound, traits.Born, ref found);
            for (var g = 0; g < Math.Min(name.Given.Count, WordsUsed); g++)
            {
                var given = words[traits.Word(name.Given, g)];
                var other = Sound(given);
                found.Add(BlockingKind.NamePair, Math.Min(sound, other), Math.Max(sound, other));
                foreach (var group in given.Groups)
                {
                    found.Add(BlockingKind.NameFamily, sound, group);
                }
            }
        }

        for (var g = 0; g < Math.Min(name.Given.Count, WordsUsed); g++)
        {
            var sound = Sound(words[traits.Word(name.Given, g)]);
            found.Add(BlockingKind.Given, sound);
            if (g == 0)
            {
                Dated(BlockingKind.GivenYearMonth, sound, traits.Born, ref found);
            }
        }
    }

    // A word without a sound (a single vowel, digits) stands for itself.
    private static ulong Sound(NameToken word) => word.Phonetic != 0 ? word.Phonetic : Hashing.OfText(word.Text) | (1UL << 63);

    private static void Dated(BlockingKind first, ulong sound, int born, ref Found found)
    {
        if (born != 0 && Packed.IsWhole(born))
        {
            found.Add(first, sound, (ulong)born >> 5);
            found.Add(first + 1, sound, (ulong)Packed.Year(born), (ulong)Packed.Day(born));
            found.Add(first + 2, sound, (ulong)born & 0x1FF);
        }
    }

    private static void Born(int born, bool asked, ref Found found)
    {
        if (born != 0 && Packed.IsWhole(born))
        {
            found.Add(BlockingKind.Born, (ulong)born);
            if (asked && Packed.Day(born) <= 12 && Packed.Day(born) != Packed.Month(born))
            {
                found.Add(BlockingKind.Born, (ulong)Packed.Date(Packed.Year(born), Packed.Day(born), Packed.Month(born)));
            }
        }
    }

    private static void Addresses(Traits traits, Words words, ref Found found)
    {
        var addresses = traits.Addresses;
        for (var i = 0; i < Math.Min(addresses.Length, AddressesUsed); i++)
        {
            var (postcode, range) = addresses[i];
            if (postcode != 0)
            {
                found.Add(BlockingKind.Postcode, postcode);
            }

            for (var w = 0; w < Math.Min(range.Count, PlaceWordsUsed); w++)
            {
                if (words[traits.Word(range, w)] is { Text.Length: >= ShortestPlaceWord } word)
                {
                    found.Add(BlockingKind.PlaceWord, Sound(word));
                }
            }

            // The first two words: a house's number or name and the street's.
            if (range.Count >= 2)
            {
                found.Add(BlockingKind.AddressPair, Sound(words[traits.Word(range, 0)]), Sound(words[traits.Word(range, 1)]));
            }
        }
    }

    private ref struct Found(Span<BlockingKey> keys)
    {
        private readonly Span<BlockingKey> keys = keys;

        public int Count { get; private set; }

        public void Add(BlockingKind kind, ulong a, ulong b = 0, ulong c = 0)
        {
            var key = BlockingKey.Of(kind, a, b, c);
            if (Count < keys.Length && !keys[..Count].Contains(key))
            {
                keys[Count++] = key;
            }
        }
    }
}

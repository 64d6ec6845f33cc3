using System.Buffers.Binary;
using System.Text;
using Hub.Matching.Names;

namespace Hub.Matching.Index;

/// <summary>Packs a person's facts into bytes that <see cref="Traits"/> reads: words as numbers, everything bounded.</summary>
internal sealed class RecordWriter(Func<string, int> number)
{
    private const int MaxTextBytes = 64;
    private readonly List<string> words = [];
    private byte[] buffer = new byte[4096];
    private int length;

    /// <summary>The record; good until the next is written.</summary>
    public ReadOnlySpan<byte> Write(string id, PersonFacts facts)
    {
        length = 0;
        Text(id, byte.MaxValue);
        Names(facts);
        Text(Squeezed(facts.PncId), MaxTextBytes);
        Text(Squeezed(facts.CroNumber), MaxTextBytes);
        Text(Squeezed(facts.VisorReference), MaxTextBytes);
        Documents(facts);
        Addresses(facts);
        SomeWords(Plain(facts.PlaceOfBirth), Traits.MaxFewWords);
        SomeWords(Plain(facts.Occupation), Traits.MaxFewWords);
        Phones(facts);
        Emails(facts);
        return buffer.AsSpan(0, length);
    }

    private void Names(PersonFacts facts)
    {
        var count = Math.Min(facts.Names.Length, Traits.MaxNames);
        Byte(count);
        for (var i = 0; i < count; i++)
        {
            words.Clear();
            NameWords.Split(facts.Names[i].Surname, NameRole.Surname, words);
            SomeWords(words, Traits.MaxNameWords);
            words.Clear();
            foreach (var given in facts.Names[i].Given)
            {
                if (words.Count >= Traits.MaxNameWords)
                {
                    break;
                }

                NameWords.Split(given, NameRole.Given, words);
            }

            SomeWords(words, Traits.MaxNameWords);
        }

        Byte(facts.Names.Take(count).Select(NameGeneration.Of).FirstOrDefault(g => g != NameGeneration.None));
    }

    private void Documents(PersonFacts facts)
    {
        var count = Math.Min(facts.Documents.Length, Traits.MaxTexts);
        Byte(count);
        for (var i = 0; i < count; i++)
        {
            Room(sizeof(ushort));
            BinaryPrimitives.WriteUInt16LittleEndian(buffer.AsSpan(length), Packed.Letters(facts.Documents[i].IssuingState));
            length += sizeof(ushort);
            Text(Numbered(Squeezed(facts.Documents[i].Number)), MaxTextBytes);
        }
    }

    // UNKNOWN, N/A and 000000 are no numbers.
    private static string Numbered(string text) => text.Any(char.IsAsciiDigit) && text.Distinct().Skip(1).Any() ? text : "";

    private void Addresses(PersonFacts facts)
    {
        var count = Math.Min(facts.Addresses.Length, Traits.MaxAddresses);
        Byte(count);
        for (var i = 0; i < count; i++)
        {
            Number(Packed.Postcode(facts.Addresses[i].Postcode));
            SomeWords(Plain(string.Join(' ', facts.Addresses[i].Lines)), Traits.MaxAddressWords);
        }
    }

    private void Phones(PersonFacts facts)
    {
        var phones = facts.Phones.Select(Packed.Phone).Where(p => p != 0).Distinct().Take(Traits.MaxTexts).ToArray();
        Byte(phones.Length);
        foreach (var phone in phones)
        {
            Number(phone);
        }
    }

    private void Emails(PersonFacts facts)
    {
        var emails = facts.Emails.Select(e => e.Trim().ToLowerInvariant()).Where(e => e.Length > 0).Distinct().Take(Traits.MaxTexts).ToArray();
        Byte(emails.Length);
        foreach (var email in emails)
        {
            Text(email, MaxTextBytes);
        }
    }

    private void SomeWords(List<string> some, int max)
    {
        var count = Math.Min(some.Count, max);
        Byte(count);
        for (var i = 0; i < count; i++)
        {
            var id = number(some[i]);
            Room(Traits.TokenBytes);
            buffer[length++] = (byte)id;
            buffer[length++] = (byte)(id >> 8);
            buffer[length++] = (byte)(id >> 16);
        }
    }

    // Whatever is no letter or digit parts words here: 2/98 is a flat and a house.
    private List<string> Plain(string? text)
    {
        words.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            var parted = string.Create(text.Length, text, static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    to[i] = char.IsLetterOrDigit(from[i]) ? from[i] : ' ';
                }
            });
            words.AddRange(NameText.Normalise(parted).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Length > NameWords.MaxLetters ? word[..NameWords.MaxLetters] : word));
        }

        return words;
    }

    private static string Squeezed(string? text) =>
        text is null ? "" : string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private void Text(string text, int max)
    {
        Room(1 + (text.Length * 3));
        var bytes = Encoding.UTF8.GetBytes(text, buffer.AsSpan(length + 1));
        buffer[length] = (byte)Math.Min(bytes, max);
        length += 1 + Math.Min(bytes, max);
    }

    private void Number(ulong value)
    {
        Room(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(length), value);
        length += sizeof(ulong);
    }

    private void Byte(int value)
    {
        Room(1);
        buffer[length++] = (byte)value;
    }

    private void Room(int more)
    {
        if (length + more > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
        }
    }
}

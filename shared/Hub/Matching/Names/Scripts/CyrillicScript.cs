namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian and the Turkic languages in Cyrillic, as passports
/// and papers in English write them (BGN/PCGN without its apostrophes). Г is g, though Ukrainian says h: which language
/// a name is in cannot be seen, and the sounds are taken for near when tokens are compared.
/// </summary>
internal static class CyrillicScript
{
    private static readonly LetterTable Letters = new('\u0400', '\u052f',
        "a:а b:б v:в g:г d:д e:еёэѐ zh:ж z:з i:иѝ y:йы k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у f:ф kh:х ts:ц ch:ч sh:ш shch:щ yu:ю ya:я",
        ":ъь g:ґ ye:є i:і yi:ї u:ў dj:ђ gj:ѓ dz:ѕ j:ј lj:љ nj:њ c:ћ kj:ќ dz:џ",
        "a:әӑӓ gh:ғҕ k:қҝҡӄ n:ңҥӈ o:өӧ u:ұүӯӱӳ h:һҳ j:җҹӌ zh:ӂӝ z:ҙӟ s:ҫ t:ҭ ts:ҵ ch:ҷӵ e:ӗ i:ӣӥ y:ӹ :Ӏӏ e:ѣ i:ѵ f:ѳ");

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var c = char.ToLowerInvariant(text[at]);
        var next = at + 1 < text.Length ? char.ToLowerInvariant(text[at + 1]) : ' ';
        if (c == 'д' && next == 'ж')
        {
            writer.Letter('j');
            return 2;
        }

        if (c is 'и' or 'ы' && next == 'й')
        {
            writer.Letter('y');
            return 2;
        }

        if (Letters.Find(c) is { } latin)
        {
            writer.Letters(latin);
        }
        else if (char.IsLetter(c))
        {
            writer.Letter(c);
        }

        return 1;
    }
}

namespace Hub.Matching.Names.Scripts;

/// <summary>Greek as it is pronounced today (ELOT 743): ου is u, μπ at the start b, αυ av.</summary>
internal static class GreekScript
{
    private static readonly LetterTable Letters = new('\u0370', '\u03ff',
        "a:αάΆ v:β g:γ d:δ e:εέΈ z:ζ i:ηήΉιίϊΐΊ th:θϑ k:κ l:λ m:μ n:ν x:ξ o:οόΌ p:π r:ρ s:σς t:τ y:υύϋΰΎ f:φϕ ch:χ ps:ψ o:ωώΏ");

    private static readonly LetterTable Polytonic = new('\u1f00', '\u1fff',
        "a:ἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ e:ἐἑἒἓἔἕὲ i:ἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇἰἱἲἳἴἵἶἷὶῐῑῒῖῗ",
        "o:ὀὁὂὃὄὅὸὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ y:ὐὑὒὓὔὕὖὗὺῠῡῢῦῧ r:ῤῥ");

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var c = char.ToLowerInvariant(text[at]);
        var next = at + 1 < text.Length ? char.ToLowerInvariant(text[at + 1]) : ' ';
        if (Pair(c, next, writer.AtStart) is { } pair)
        {
            writer.Letters(pair);
            return 2;
        }

        if (Letters.Find(c) is { } latin)
        {
            writer.Letters(latin);
        }
        else if (Polytonic.Find(c) is { } old)
        {
            writer.Letters(old);
        }

        return 1;
    }

    private static string? Pair(char first, char second, bool atStart) => (first, second) switch
    {
        ('ο' or 'ό', 'υ' or 'ύ') => "ou",
        ('ε', 'ι' or 'ί') or ('ο', 'ι' or 'ί') => "i",
        ('α', 'ι' or 'ί') => "ai",
        ('α', 'υ' or 'ύ') => "av",
        ('ε', 'υ' or 'ύ') => "ev",
        ('μ', 'π') => atStart ? "b" : "mp",
        ('ν', 'τ') => atStart ? "d" : "nt",
        ('γ', 'κ') => atStart ? "g" : "gk",
        ('γ', 'γ') => "ng",
        _ => null,
    };
}

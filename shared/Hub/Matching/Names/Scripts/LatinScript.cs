namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Latin letters with marks, of every European language, Turkish and Azeri, Vietnamese and the usual ways of writing
/// Arabic, Sanskrit and Hausa; Armenian and Georgian, which need a table only; and what belongs to no script.
/// </summary>
internal static class LatinScript
{
    private static readonly LetterTable Marked = new('\u0080', '\u02ff',
        "a:àáâãäåāăąǎǟǡǻȁȃȧªɐɑ b:ɓƀ c:çćĉċčƈ d:ďđðɖɗ e:èéêëēĕėęěȅȇȩɛǝ f:ƒ g:ĝğġģǧǵɠ h:ĥħȟ i:ìíîïĩīĭįıǐȉȋɨİ j:ĵǰ",
        "k:ķǩĸƙ l:ĺļľŀłƚɫ n:ñńņňŋǹɲ o:òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱºɔ p:ƥ r:ŕŗřȑȓ s:śŝşšșſ t:ţťŧțƭ u:ùúûüũūŭůűųưǔǖǘǚǜȕȗʉ",
        "w:ŵ y:ýÿŷȳƴ z:źżžƶʐ ss:ß ae:æǣǽ oe:œ th:þ a:ə ij:ĳ n:ŉ lj:ǉǈ nj:ǌǋ dz:ǆǅǳǲ");

    private static readonly LetterTable Additional = new('\u1e00', '\u1eff',
        "a:ḁẚạảấầẩẫậắằẳẵặ b:ḃḅḇ c:ḉ d:ḋḍḏḑḓ e:ḕḗḙḛḝẹẻẽếềểễệ f:ḟ g:ḡ h:ḣḥḧḩḫẖ i:ḭḯỉị k:ḱḳḵ l:ḷḹḻḽ m:ḿṁṃ n:ṅṇṉṋ",
        "o:ṍṏṑṓọỏốồổỗộớờởỡợ p:ṕṗ r:ṙṛṝṟ s:ṡṣṥṧṩẛ t:ṫṭṯṱẗ u:ṳṵṷṹṻụủứừửữự v:ṽṿ w:ẁẃẅẇẉẘ x:ẋẍ y:ẏẙỳỵỷỹ z:ẑẓẕ ss:ẞ");

    private static readonly LetterTable Others = new('\u0530', '\u10ff',
        "a:ա b:բ g:գ d:դ e:եէ z:զ y:ըյ t:թտ zh:ժ i:ի l:լ kh:խ ts:ծց k:կք h:հ dz:ձ gh:ղ ch:ճչ m:մ n:ն sh:շ o:ոօ p:պփ j:ջ r:ռր s:ս v:վւ u:ւ f:ֆ ev:և",
        "a:ა b:ბ g:გ d:დ e:ე v:ვ z:ზ t:თტ i:ი k:კქ l:ლ m:მ n:ნ o:ო p:პფ zh:ჟ r:რ s:ს u:უ gh:ღ q:ყ sh:შ ch:ჩჭ ts:ცწ dz:ძ kh:ხ j:ჯ h:ჰ");

    private static readonly LetterTable Numerals = new('\u2160', '\u217f', "i:Ⅰⅰ ii:Ⅱⅱ iii:Ⅲⅲ iv:Ⅳⅳ");

    private static readonly LetterTable Ligatures = new('\ufb00', '\ufb06', "ff:ﬀ fi:ﬁ fl:ﬂ ffi:ﬃ ffl:ﬄ st:ﬅﬆ");

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        if (char.IsSurrogate(text[at]))
        {
            return WritePair(text, at, ref writer);
        }

        var c = char.ToLowerInvariant(text[at]);
        if (Latin(c) is { } latin)
        {
            writer.Letters(latin);
        }
        else if (char.IsAsciiLetterOrDigit(c))
        {
            // Signs with a plain lower case, such as the kelvin's.
            writer.Letter(c);
        }
        else if (IsMark(c))
        {
            return 1;
        }
        else if (char.IsDigit(c))
        {
            writer.Letter((char)('0' + (int)char.GetNumericValue(c)));
        }
        else if (char.IsLetter(c))
        {
            writer.Letter(c);
        }
        else if (char.IsWhiteSpace(c) || c is >= '\u2010' and <= '\u2015' or '\u2212' or '\u00b7' or '\u30fb' or '\u060c')
        {
            writer.Gap();
        }

        return 1;
    }

    private static string? Latin(char c) => c switch
    {
        < '\u0300' => Marked.Find(c),
        >= '\u1e00' and < '\u1f00' => Additional.Find(c),
        _ => Others.Find(c) ?? Numerals.Find(c) ?? Ligatures.Find(c),
    };

    /// <summary>Letters that are signs: the modifier apostrophes of Hawaiian, Arabic and Ukrainian.</summary>
    private static bool IsMark(char c) => c is >= '\u02b0' and <= '\u036f';

    /// <summary>Beyond the first plane only the mathematicians' alphabets are letters a name may hide in.</summary>
    private static int WritePair(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
        {
            return 1;
        }

        var letter = char.ConvertToUtf32(text[at], text[at + 1]) - 0x1d400;
        if (letter is >= 0 and < 13 * 52)
        {
            writer.Letter((char)('a' + (letter % 26)));
        }

        return 2;
    }
}

namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Arabic, Persian and Urdu. Short vowels are not written, so أحمد is ahmd: such words are compared by their consonants.
/// و and ي are vowels but for the start of a word or before another vowel, the article ال stands as a word of its own.
/// </summary>
internal static class ArabicScript
{
    // After the article, what is no word but the rest of a name: Alexander, Elias, Albert, Elham, Alfred, Elizabeth.
    private static readonly string[] NoArticle = ["كس", "ياس", "یاس", "برت", "بير", "هام", "فري", "فون", "يز", "يا", "يس", "ين", "ون", "فا", "فين"];

    private static readonly LetterTable Letters = new('\u0600', '\u077f',
        "a:اأآٱةىۃ i:إئ b:ب p:پ t:تطٹ th:ث j:ج ch:چ h:حهھہۀەۂ kh:خ d:دضڈ dh:ذ r:رڑڕ z:زظ zh:ژ s:سص sh:ش gh:غ f:ف v:ڤ q:ق k:كکڪ g:گݣڭ",
        "l:لڵ m:م n:نںڻ u:ؤ e:ےێ o:ۆ u:ۇ v:ۋ",
        "0:٠۰ 1:١۱ 2:٢۲ 3:٣۳ 4:٤۴ 5:٥۵ 6:٦۶ 7:٧۷ 8:٨۸ 9:٩۹");

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var c = text[at];
        if (c == 'ا' && writer.AtStart && HasArticle(text[at..]))
        {
            writer.Letters("al ");
            return 2;
        }

        if (c is '،' or '؛')
        {
            writer.Gap();
        }
        else if (c is 'و' or 'ي' or 'ی' or 'ې')
        {
            var consonant = writer.AtStart || IsVowel(Next(text, at));
            writer.Letter((c == 'و', consonant) switch
            {
                (true, true) => 'w',
                (true, false) => 'u',
                (false, true) => 'y',
                _ => 'i',
            });
        }
        else if (c == 'ع' && writer.Last != 'a' && !IsVowel(Next(text, at)))
        {
            writer.Letter('a');
        }
        else if (Letters.Find(c) is { } latin && !(latin == "a" && writer.Last == 'a'))
        {
            writer.Letters(latin);
        }

        return 1;
    }

    private static bool HasArticle(ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < word.Length && char.IsLetter(word[length]))
        {
            length++;
        }

        if (length < 5 || word[1] != 'ل')
        {
            return false;
        }

        foreach (var rest in NoArticle)
        {
            if (word[2..].StartsWith(rest, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static char Next(ReadOnlySpan<char> text, int at) => at + 1 < text.Length ? text[at + 1] : ' ';

    private static bool IsVowel(char c) => c is 'ا' or 'آ' or 'ى' or 'ة';
}

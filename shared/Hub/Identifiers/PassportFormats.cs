using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Hub.Identifiers;

/// <summary>
/// The forms that passport numbers of some states have, from what those states publish (HM Passport Office, the US
/// Department of State, the EU's PRADO register of document specimens). A state is marked complete only where no
/// other form is in circulation; elsewhere a number of another form is kept, unchecked.
/// </summary>
internal sealed record PassportFormats(string State, string Description, string Pattern, bool IsComplete)
{
    private readonly Regex _pattern = new($"^(?:{Pattern})\\z", RegexOptions.CultureInvariant);

    private static readonly FrozenDictionary<string, PassportFormats> ByState = new PassportFormats[]
    {
        new("GBR", "nine digits", "[0-9]{9}", IsComplete: true),
        new("USA", "nine digits, or a letter and eight digits", "[0-9]{9}|[A-Z][0-9]{8}", IsComplete: true),
        // Since 2007; the letters leave out the vowels and B, D, Q, S so that no words arise.
        new("DEU", "a letter and eight letters or digits", "[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}", IsComplete: false),
        new("FRA", "two digits, two letters, five digits", "[0-9]{2}[A-Z]{2}[0-9]{5}", IsComplete: false),
        new("IND", "a letter and seven digits", "[A-Z][0-9]{7}", IsComplete: false),
        new("IRL", "two letters and seven digits", "[A-Z]{2}[0-9]{7}", IsComplete: false),
        new("ITA", "two letters and seven digits", "[A-Z]{2}[0-9]{7}", IsComplete: false),
        new("NLD", "two letters, six letters or digits, a digit; never the letter O", "[A-NP-Z]{2}[A-NP-Z0-9]{6}[0-9]", IsComplete: false),
        new("POL", "two letters and seven digits", "[A-Z]{2}[0-9]{7}", IsComplete: false),
        new("ROU", "eight or nine digits", "[0-9]{8,9}", IsComplete: false),
    }.ToFrozenDictionary(format => format.State);

    internal static PassportFormats? Of(string? state) => state is null ? null : ByState.GetValueOrDefault(state);

    internal bool Matches(string number) => _pattern.IsMatch(number);
}

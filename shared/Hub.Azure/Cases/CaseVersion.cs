using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Cases;
using Hub.Notices;

namespace Hub.Azure.Cases;

/// <summary>
/// A case's version, which says where everything of the case lies: the writer of the next commit needs nothing else,
/// and a reader of the newest knows what to read besides. Opaque to all others.
/// </summary>
/// <param name="Number">The number of the newest commit.</param>
/// <param name="CaseAt">The commit that holds the case itself.</param>
/// <param name="CaseHash">Hash of the case without its audit head: tells whether the next commit changes it.</param>
/// <param name="Listed">The case is, or was, on a board.</param>
/// <param name="Notices">By the notices' places, the commit that holds each.</param>
/// <param name="Check">Hash of all this with the case's id and the notices' ids.</param>
internal sealed record CaseVersion(int Number, int CaseAt, string CaseHash, bool Listed, ImmutableArray<int> Notices, string Check)
{
    /// <summary>The version of a case, with its check.</summary>
    public static CaseVersion Of(CaseId id, int number, int caseAt, string caseHash, bool listed, ImmutableArray<int> notices, IEnumerable<string> ids)
    {
        var version = new CaseVersion(number, caseAt, caseHash, listed, notices, "");
        return version with { Check = version.CheckOf(id, ids) };
    }

    /// <summary>True where this is the case's version and the first of its notices are these, in this order.</summary>
    public bool Holds(CaseId id, ImmutableArray<Notice> notices) =>
        notices.Length >= Notices.Length && Check == CheckOf(id, notices.Take(Notices.Length).Select(n => n.Id));

    /// <summary>The places whose notices a commit holds, in the order in which it holds them.</summary>
    public IEnumerable<int> PlacesOf(int number) => Enumerable.Range(0, Notices.Length).Where(place => Notices[place] == number);

    public override string ToString() => $"{Unchecked()}.{Check}";

    public static bool TryParse(string text, [NotNullWhen(true)] out CaseVersion? version)
    {
        version = text.Split('.') is [var number, var caseAt, { Length: 32 } hash, { Length: 1 } listed, var index, { Length: 16 } check]
            && TryNumber(number, out var n) && TryNumber(caseAt, out var at) && TryIndex(index, out var notices)
            ? new(n, at, hash, listed == "b", notices, check)
            : null;
        return version is not null;
    }

    private string Unchecked() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{CaseAt}.{CaseHash}.{(Listed ? "b" : "a")}.{IndexText()}");

    private string CheckOf(CaseId id, IEnumerable<string> ids) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [id.ToString(), Unchecked(), .. ids]))))[..16];

    /// <summary>Runs of one number, such as <c>2x40-5</c>: an all-London circulation is forty notices of one commit.</summary>
    private string IndexText()
    {
        var text = new StringBuilder();
        for (var start = 0; start < Notices.Length;)
        {
            var length = Notices.Skip(start).TakeWhile(n => n == Notices[start]).Count();
            text.Append(text.Length == 0 ? "" : "-").Append(CultureInfo.InvariantCulture, $"{Notices[start]}x{length}");
            start += length;
        }

        return text.ToString();
    }

    private static bool TryIndex(string text, out ImmutableArray<int> notices)
    {
        var read = ImmutableArray.CreateBuilder<int>();
        notices = [];
        foreach (var run in text.Length == 0 ? [] : text.Split('-'))
        {
            if (run.Split('x') is not [var number, var length] || !TryNumber(number, out var n) || !TryNumber(length, out var count) || count > MaxNotices - read.Count)
            {
                return false;
            }

            read.AddRange(Enumerable.Repeat(n, count));
        }

        notices = read.DrainToImmutable();
        return true;
    }

    /// <summary>Far more than a case can come to have; keeps a made-up version from filling the memory.</summary>
    private const int MaxNotices = 1_000_000;

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}

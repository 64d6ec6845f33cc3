using System.Collections.Immutable;
using System.Globalization;
using Hub.Desk.Words;
using Hub.Notices;

namespace Hub.Desk.Pages.Reviews;

/// <summary>What follows from a decision, and who is told, in words.</summary>
public sealed class AfterWords(RecipientWords recipients)
{
    /// <param name="told">Who would be told; null where that cannot be said beforehand.</param>
    public ImmutableArray<string> Of(string feed, bool confirmed, ImmutableArray<NoticeDraft>? told) => (feed, confirmed, told) switch
    {
        (_, _, { } drafts) =>
        [
            confirmed ? "The report is taken as this person's from now on." : "The report is taken as of nobody on the register.",
            .. drafts.Select(d => $"{recipients.Of(d.Recipient)} {(d.NotBefore is null ? "is told at once" : "is to be told later")}: {d.Title.ToLower(CultureInfo.InvariantCulture)}."),
            .. drafts.IsEmpty ? (string[])["Nobody further is told. Who has been told stays told."] : [],
        ],
        ("manifest-matches", true, _) =>
        [
            "The journey is entered in this person's travel and checked against what they notified.",
            "If it looks like a breach, the Jigsaw team of their borough and the central team are told at once, and the return flight is to be met where it is known.",
        ],
        ("manifest-matches", false, _) => ["Nobody is told. What the list said of the traveller is taken out of the report for good."],
        ("deported-offenders", true, _) => ["The alert joins this person's case as a deported offender, or opens it. From there, whoever must prepare for the arrival is told."],
        ("deported-offenders", false, _) => ["The person is taken as somebody the register does not hold yet: the hub makes a provisional record and a case, and whoever must prepare for the arrival is told from there."],
        (_, true, _) => ["The report is taken as this person's from now on."],
        _ => ["The report is taken as of nobody on the register."],
    };
}

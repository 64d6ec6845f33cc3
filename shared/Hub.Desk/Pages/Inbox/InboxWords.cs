using System.Globalization;
using Hub.Desk.Words;

namespace Hub.Desk.Pages.Inbox;

/// <summary>What the inbox says of itself.</summary>
public static class InboxWords
{
    public static string Heading(InboxModel model) => (model.View, model.Open) switch
    {
        (InboxView.Planned, _) => "Notices planned for later",
        (InboxView.Acknowledged, _) => "Notices acknowledged",
        (InboxView.All, _) => "All notices",
        (_, 0) => "Nothing is waiting",
        (_, { } open) when model.Overdue > 0 => $"{Capital(AtMost.Words(open))} open, {AtMost.Words(model.Overdue)} overdue",
        (_, { } open) => $"{Capital(AtMost.Words(open))} open, none overdue",
        _ => "Open notices",
    };

    /// <summary>What an empty list means.</summary>
    public static string Empty(InboxView view) => view switch
    {
        InboxView.Planned => "Nothing is planned. Notices for later, such as a return flight to be met, are listed here until they are raised.",
        InboxView.Acknowledged => "Nobody has acknowledged a notice yet. They stay here once they are.",
        InboxView.All => "No notice has ever been addressed to this team.",
        _ => "Every notice has been acknowledged. New ones appear here by themselves: this page looks every half minute.",
    };

    /// <summary>What was done with several, naming nobody.</summary>
    public static string Done(int acknowledged, int already, int withdrawn, int failed) => string.Join(' ', new[]
    {
        acknowledged > 0 ? $"{Spans.Count(acknowledged, "notice")} acknowledged{(already > 0 ? $", {Number(already)} had been already" : "")}." : already > 0 ? $"{Spans.Count(already, "notice")} had been acknowledged already." : "",
        withdrawn > 0 ? $"{Spans.Count(withdrawn, "notice")} {(withdrawn == 1 ? "was" : "were")} withdrawn meanwhile." : "",
        failed > 0 ? $"{Spans.Count(failed, "notice")} could not be acknowledged." : "",
    }.Where(w => w.Length > 0));

    /// <summary>What came since the page was made.</summary>
    public static string News(int count) => $"{(count > 100 ? "More than 100 new notices" : Spans.Count(count, "new notice"))}: load {(count == 1 ? "it" : "them")}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

using System.Collections.Immutable;
using Hub.Desk.Forms;
using Hub.Notices;

namespace Hub.Desk.Pages.Inbox;

/// <summary>Which of a recipient's notices are shown.</summary>
public enum InboxView
{
    Open,
    Planned,
    Acknowledged,
    All,
}

/// <summary>A recipient's notices.</summary>
public sealed record InboxModel
{
    /// <summary>Whose; null where it is still to be chosen.</summary>
    public string? Recipient { get; init; }

    /// <summary>In words.</summary>
    public string Whose { get; init; } = "";

    public InboxView View { get; init; }

    /// <summary>One page of them, soonest due first.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>How many are open, as <see cref="Words.AtMost"/> counts; null where that is not shown.</summary>
    public int? Open { get; init; }

    /// <summary>How many of these are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>Whether the reader may acknowledge them.</summary>
    public bool MayAcknowledge { get; init; }

    /// <summary>What is left of an attempt to acknowledge: as they now are; null for one there is not.</summary>
    public ImmutableArray<Notice?> NotDone { get; init; } = [];

    /// <summary>Where the script asks for what is new; null where nothing is.</summary>
    public string? News { get; init; }

    /// <summary>What to choose another recipient by; null where the reader has but one.</summary>
    public RecipientChoice? Choice { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    public string? First { get; init; }

    public string? Next { get; init; }

    /// <summary>The address of a view of this recipient's.</summary>
    public string AddressOf(InboxView view) => InboxAddress.Of(Recipient!, view);
}

/// <summary>Teams and places to choose from, with what was chosen.</summary>
public sealed record RecipientChoice(FormState Form, IReadOnlyList<Choice> Teams, IReadOnlyList<Choice> Places);

/// <summary>Addresses of the inbox.</summary>
public static class InboxAddress
{
    public static string Of(string recipient, InboxView view, string? continuation = null) =>
        $"/desk/inbox?recipient={Uri.EscapeDataString(recipient)}{(view == InboxView.Open ? "" : $"&view={Name(view)}")}{(continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")}";

    /// <summary>As addresses have it.</summary>
    public static string Name(InboxView view) => view.ToString().ToLowerInvariant();

    /// <summary>The view of a name; open ones where it is of none.</summary>
    public static InboxView Read(string? name) => Enum.GetValues<InboxView>().FirstOrDefault(v => Name(v) == name);
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Archive;
using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// One return of one offender, from the first alert to the referral: a record of the hub's own (<see cref="Records"/>),
/// so that every change is one commit with its audit entries and notices. Who comes back twice has two.
/// </summary>
public sealed record DeportedOffenderCase
{
    /// <summary>The sort of record, and the board open cases are listed on.</summary>
    public const string Sort = "deported-offender-cases";

    /// <summary>The nominal it is about, as identified, confirmed or provisional; where that was merged into another, the other.</summary>
    public required string Nominal { get; init; }

    /// <summary>The nominal it was opened for, where that was merged into the one it is about since; null where it is the same.</summary>
    public string? OpenedFor { get; init; }

    /// <summary>1 for the first case opened for a nominal; one more for each after it.</summary>
    public required int Turn { get; init; }

    /// <summary>The same person's case before this one, which is closed; null where there is none.</summary>
    public CaseId? Before { get; init; }

    /// <summary>The same person's case that its alerts went to, since two records turned out to be one person; null where it goes on itself.</summary>
    public CaseId? GoesOnIn { get; init; }

    /// <summary>Where the case stands: one of the states of <c>deported-offender-moves.data.json</c>.</summary>
    public required string State { get; init; }

    /// <summary>
    /// One more with every change of what officers decide on: who decides on what they read says which revision that was.
    /// The strikes of the clock are none.
    /// </summary>
    public int Revision { get; init; }

    /// <summary>The newest changes, oldest first, at most <see cref="MaxChanges"/>: what somebody who read an older revision has not seen.</summary>
    public ImmutableArray<CaseChange> Changes { get; init; } = [];

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Every alert joined, those that do not count any more included, in the order joined.</summary>
    public ImmutableArray<JoinedAlert> Alerts { get; init; } = [];

    /// <summary>What officers found out, oldest first.</summary>
    public ImmutableArray<ResearchNote> Notes { get; init; } = [];

    public ImmutableArray<CaseAttachment> Attachments { get; init; } = [];

    /// <summary>Every move made, oldest first: who, when, why, and what it says in the shape of its kind.</summary>
    public ImmutableArray<MoveMade> Moves { get; init; } = [];

    /// <summary>Arrivals that an officer found not to have happened: an alert that names one of them says nothing new.</summary>
    public ImmutableArray<Arrival> NotArrived { get; init; } = [];

    /// <summary>When the clock next strikes for this case; null for a closed one. UTC.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>Changes told to whoever was overtaken; the audit trail has all.</summary>
    public const int MaxChanges = 50;

    /// <summary>Alerts that count in one case at once. More are no alerts any more: somebody must look.</summary>
    public const int MaxLiveAlerts = 20;

    /// <summary>Research notes, and attachments, of one case.</summary>
    public const int MaxNotes = 200;

    /// <summary>Moves of one case after which nothing that was done is done again.</summary>
    public const int MaxMoves = 200;

    [JsonIgnore]
    public string OpenedUnder => OpenedFor ?? Nominal;

    [JsonIgnore]
    public CaseId Id => IdOf(OpenedUnder, Turn);

    [JsonIgnore]
    public bool IsOpen => State != CaseState.Closed;

    public static CaseId IdOf(string nominal, int turn) => CaseId.For(Sort, $"{nominal}#{turn}");
}

/// <summary>How far an alert counts.</summary>
public enum AlertStanding
{
    Live,

    /// <summary>Another alert of the same sender took its place.</summary>
    Corrected,

    /// <summary>Its sender took it back.</summary>
    Withdrawn,

    /// <summary>It turned out to be about somebody else.</summary>
    NotThisPerson,

    /// <summary>The same person has another case, and it counts there.</summary>
    InAnotherCase,
}

/// <summary>An alert as a case keeps it.</summary>
/// <param name="Report">The alert's own case.</param>
/// <param name="Sender">The identity that posted it.</param>
/// <param name="ReceivedAt">When the hub took it in. UTC.</param>
/// <param name="Standing">How far it counts.</param>
/// <param name="Alert">What it says.</param>
/// <param name="Entered">The revision of the case in which it came to say and to stand as it does; the case sees to it itself.</param>
/// <param name="Because">Why it stands as it does, in a sentence; null where that was never changed.</param>
public sealed record JoinedAlert(
    CaseId Report, string Sender, DateTimeOffset ReceivedAt, AlertStanding Standing, DeportedOffenderAlert Alert, int Entered = 0, string? Because = null);

/// <summary>What an officer found out.</summary>
/// <param name="Id">Unique in its case.</param>
/// <param name="Text">In their words.</param>
/// <param name="Source">Where from, such as a foreign law enforcement agency; null where not said.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When. UTC.</param>
public sealed record ResearchNote(string Id, string Text, string? Source, Actor By, DateTimeOffset At);

/// <summary>A file kept with a case, under its hash in the archive.</summary>
/// <param name="Address">Where its bytes are.</param>
/// <param name="Name">As the officer named it.</param>
/// <param name="MediaType">What it was found to be.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Description">What it is; null where not said.</param>
/// <param name="By">Who added it.</param>
/// <param name="At">When. UTC.</param>
public sealed record CaseAttachment(ArchiveAddress Address, string Name, string MediaType, long Length, string? Description, Actor By, DateTimeOffset At);

/// <summary>A move that was made.</summary>
/// <param name="Move">Its name in the table of moves.</param>
/// <param name="From">The state it was made from.</param>
/// <param name="To">The state it led to.</param>
/// <param name="Rationale">Why, in words.</param>
/// <param name="Details">What it says, in the shape of its kind; null where nothing more.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When. UTC.</param>
/// <param name="Revision">The revision of the case it was made on: tells the same request sent twice from two.</param>
public sealed record MoveMade(string Move, string From, string To, string Rationale, JsonElement? Details, Actor By, DateTimeOffset At, int Revision = 0);

/// <summary>A change of a case, for whoever read it before.</summary>
/// <param name="Revision">The revision it made.</param>
/// <param name="Words">What was done, in a sentence.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When. UTC.</param>
public sealed record CaseChange(int Revision, string Words, Actor By, DateTimeOffset At);

using Hub.Auditing;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Pages.Deported;

namespace Hub.Functions.Tests.Desk;

/// <summary>What the pages of deported offenders say.</summary>
public sealed class DeportedWordsTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [Theory]
    [InlineData("", "received", "Alert received >|Researched .|Decided .|Return planned .|Met .|Recorded on ViSOR .|Referred to MAPPA .|Closed .")]
    [InlineData("research-complete:researched decide:decided", "decided", "Alert received x|Researched x|Decided >|Return planned .|Met .|Recorded on ViSOR .|Referred to MAPPA .|Closed .")]
    [InlineData("research-complete:researched decide:decided plan:planned arrival-changed:decided meet:met", "met", "Alert received x|Researched x|Decided x|Return planned -|Met >|Recorded on ViSOR .|Referred to MAPPA .|Closed .")]
    [InlineData("research-complete:researched decide:decided plan:planned missed:missed", "missed", "Alert received x|Researched x|Decided x|Return planned x|Landed and not met >|Met .|Recorded on ViSOR .|Referred to MAPPA .|Closed .")]
    [InlineData("research-complete:researched decide:decided plan:planned missed:missed not-on-flight:decided", "decided", "Alert received x|Researched x|Decided >|Return planned .|Met .|Recorded on ViSOR .|Referred to MAPPA .|Closed .")]
    [InlineData("research-complete:researched decide:decided close:closed", "closed", "Alert received x|Researched x|Decided x|Return planned -|Met -|Recorded on ViSOR -|Referred to MAPPA -|Closed >")]
    [InlineData("research-complete:researched decide:decided refer-housing:decided", "decided", "Alert received x|Researched x|Decided >|Return planned .|Met .|Recorded on ViSOR .|Referred to MAPPA .|Closed .")]
    public void The_way_of_a_case_shows_what_holds_and_not_what_was_undone(string moves, string state, string way)
    {
        var from = "received";
        var made = moves.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split(':')).Select(m =>
        {
            var move = new MoveMade(m[0], from, m[1], "Why.", null, Actor.Hub, Now);
            from = m[1];
            return move;
        });
        var @case = new DeportedOffenderCase { Nominal = "N-1", Turn = 1, State = state, OpenedAt = Now, Moves = [.. made] };

        Assert.Equal(way, string.Join('|', CaseProgress.Of(MoveTable.Default, @case).Select(s => $"{s.Label} {Sign(s.Standing)}")));
    }

    [Theory]
    [InlineData(0, 1, 1, 0)]
    [InlineData(20, 1, 1, 20)]
    [InlineData(21, 2, 2, 1)]
    [InlineData(21, 99, 2, 1)]
    [InlineData(21, -5, 1, 20)]
    public void A_long_list_is_cut_into_pages(int total, int asked, int page, int shown)
    {
        var slice = Slice.Of([.. Enumerable.Range(0, total)], asked, 20);

        Assert.Equal((page, shown, total), (slice.Page, slice.Items.Length, slice.Total));
    }

    [Theory]
    [InlineData(0, "1 KB")]
    [InlineData(1025, "2 KB")]
    [InlineData(1048576, "1 MB")]
    [InlineData(1572864, "1.5 MB")]
    public void A_file_is_as_large_as_it_is(long bytes, string words) => Assert.Equal(words, DeportedWords.Size(bytes));

    private static char Sign(StepStanding standing) => standing switch
    {
        StepStanding.Done => 'x',
        StepStanding.PassedOver => '-',
        StepStanding.Current => '>',
        _ => '.',
    };
}

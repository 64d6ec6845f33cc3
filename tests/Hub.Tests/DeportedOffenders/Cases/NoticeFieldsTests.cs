using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Notices;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Every notice that is ever raised holds the fields the README gives its recipient, and no others.</summary>
public sealed class NoticeFieldsTests
{
    private static readonly string[] KnownPerson = ["names", "born", "sex", "nationality"];

    [Fact]
    public async Task Every_notice_holds_its_fields_and_no_others()
    {
        var notices = (await RaisedAsync("LHR")).Concat(await RaisedAsync("LGW")).ToList();
        var rows = Rows();

        var seen = new Dictionary<(string, string), HashSet<string>>();
        foreach (var notice in notices)
        {
            var row = Assert.Single(rows, r => r.Kind == notice.Kind && r.To.Any(to => to == Family(notice.Recipient)));
            var fields = notice.Content.EnumerateObject().Select(p => p.Name).ToHashSet();
            Assert.Subset(row.Fields.ToHashSet(), fields);
            seen.TryAdd((row.Kind, row.To[0]), []);
            seen[(row.Kind, row.To[0])].UnionWith(fields);
            Assert.DoesNotContain("Featherstonehaugh", notice.Title + notice.Reason, StringComparison.Ordinal);
        }

        // A field that no notice ever holds has no place in the table; the lists here are too short to be cut off.
        Assert.All(rows, row => Assert.Equal(row.Fields.Except(["convictionsLeftOff", "before"]).Order(), seen[(row.Kind, row.To[0])].Except(["before"]).Order()));
    }

    [Fact]
    public async Task Others_than_the_police_see_no_more_of_the_person_than_who_it_is_and_nothing_of_why()
    {
        var notices = await RaisedAsync("LHR");
        string[] others = [Recipient.BorderLiaison, Recipient.Probation, Recipient.Housing, Recipient.MappaCoordinator];
        foreach (var notice in notices.Where(n => others.Contains(n.Recipient)))
        {
            Assert.Subset(KnownPerson.ToHashSet(), notice.Content.GetProperty("person").EnumerateObject().Select(p => p.Name).ToHashSet());
        }

        Assert.All(notices.Where(n => n.Recipient is Recipient.BorderLiaison or Recipient.Housing), n => Assert.DoesNotContain("rape", Said(n), StringComparison.OrdinalIgnoreCase));
        Assert.All(notices.Where(n => n.Recipient is Recipient.BorderLiaison), n => Assert.DoesNotContain("offender", n.Title + n.Reason, StringComparison.OrdinalIgnoreCase));
        Assert.All(notices.Where(n => n.Recipient is Recipient.BorderLiaison or Recipient.Housing or Recipient.Probation), n => Assert.DoesNotContain("find her", Said(n), StringComparison.Ordinal));
        Assert.Contains(notices, n => n.Recipient == Recipient.Probation && Said(n).Contains("Rape (France, 2014-05)", StringComparison.Ordinal));
    }

    private static string Said(Notice notice) => notice.Title + notice.Reason + notice.Content.GetRawText();

    /// <summary>A life in which everything goes wrong once, and every notice there is is raised.</summary>
    private static async Task<IReadOnlyList<Notice>> RaisedAsync(string port)
    {
        var world = new CaseWorld();
        var alert = world.Alert(port: port);
        await world.JoinAsync(alert);
        await world.JoinAsync(world.Alert("2026-11-11T10:00", port, "BA8", "charity"));
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(-20));
        await world.DecidedAsync();
        await world.MoveAsync(MoveName.Plan, CaseWorld.Plan(port: port));
        await world.UntilAsync(world.Facts.Lands!.Value.AddHours(8));
        await world.MoveAsync(MoveName.Missed);
        await world.MoveAsync(MoveName.ProceedUnmet);
        await world.MoveAsync(MoveName.RecordVisor, new { reference = "V-1" });
        await world.MoveAsync(MoveName.ReferMappa, new { category = 1, level = 1 });
        await world.JoinAsync(world.Alert(port: port) is var homeless ? homeless with { Alert = homeless.Alert with { NoFixedAbode = true, RiskLevel = RiskLevel.VeryHigh } } : alert);
        await world.MoveAsync(MoveName.ReferHousing, new { needs = "A hostel." });
        var before = world.File.Notices;

        var other = new CaseWorld();
        await other.JoinAsync(alert);
        await other.StandAsync(alert, AlertStanding.Withdrawn);
        return [.. before.Concat(other.File.Notices).Where(n => n.Kind is not (NoticeKind.NoticeWithdrawn or NoticeKind.DeadlineNear or NoticeKind.DeadlineBreached))];
    }

    private static string Family(string recipient) => Recipient.PlaceOf(recipient) is { } place ? recipient.Replace(place, "*", StringComparison.Ordinal) : recipient;

    private static List<(string Kind, string[] To, string[] Fields)> Rows() =>
    [
        .. File.ReadAllLines(Path.Combine(Root, "shared", "Hub", "DeportedOffenders", "README.md"))
            .SkipWhile(line => !line.StartsWith("| notice", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .Select(cells => (cells[0], cells[1].Split(", "), cells[2].Split(", "))),
    ];

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Hub.sln")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }
}

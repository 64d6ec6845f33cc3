using Hub.Border.Hits;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Screening;

/// <summary>Lists of one flight screened late or at once: the newest that speaks of somebody has the last word.</summary>
public sealed class ListOrderTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly Nominal Other = Flown.Offender("N-2", "Thistlethwaite") with { Born = Persons.BirthDate.Parse("1964-11-02") };

    private readonly BorderWorld world = new(Jolyon, Other);

    public void Dispose() => world.Dispose();

    private static string OutRef(Nominal nominal) => $"BA9/2026-12-01/LHR/{nominal.Id}";

    private async Task<CloudEvent> AcceptAsync(PaxlstManifest manifest)
    {
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.ReadyAsync();
        await world.AcceptAsync(PaxlstText.Write(manifest));
        var accepted = world.Store.Events.Last();
        return BorderWorld.Messages(accepted).Single();
    }

    public static TheoryData<string, string[]> Lists => new()
    {
        { "", [OutRef(Other)] },
        { "CP", [OutRef(Jolyon), OutRef(Other)] },
        { "XR", [] },
        { "XF", [] },
    };

    /// <summary>Older: Jolyon on the whole list. Newer, by function: Thistlethwaite.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_older_list_screened_after_a_newer_one_leads_to_the_same(string function, string[] live)
    {
        string[]? first = null;
        foreach (var newerFirst in new[] { false, true })
        {
            using var here = new BorderWorld(Jolyon, Other);
            await here.ReadyAsync();
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon))));
            here.Time.Advance(TimeSpan.FromMinutes(1));
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(function == "XR" ? Jolyon : Other)).As(function)));
            var messages = here.Store.Events.SelectMany(BorderWorld.Messages).ToList();
            foreach (var message in newerFirst ? Enumerable.Reverse(messages) : messages)
            {
                await here.DeliverAsync(message);
            }

            await here.SettleAsync();
            Assert.Equal(live, Picture.Live(here.Store));
            first ??= Picture.Live(here.Store);
        }
    }

    [Fact]
    public async Task A_cancelled_flight_stays_cancelled_for_an_older_list_of_its_crew()
    {
        var crew = await AcceptAsync(Flown.Out(Flown.Person(Jolyon)).Crew());
        var cancelled = await AcceptAsync(Flown.Out(Flown.Stranger()).As("XF"));
        await world.DeliverAsync(cancelled);
        await world.DeliverAsync(crew);
        await world.SettleAsync();

        Assert.Empty(Picture.Live(world.Store));
        Assert.True((await world.ManifestAsync(crew.CaseId())).Lists[0].Superseded);
    }

    /// <summary>The newer manifest is screened, all of it, just before each single read or commit of the older one.</summary>
    [Theory]
    [InlineData("listed", "")]
    [InlineData("changed", "")]
    [InlineData("gone", "")]
    [InlineData("gone", "XR")]
    [InlineData("cancelled", "XF")]
    public async Task Of_two_screened_at_once_the_newer_has_the_last_word(string newer, string function)
    {
        string[]? expected = null;
        for (var moment = -1; ; moment++)
        {
            using var here = new BorderWorld(Jolyon, Other);
            await here.SendAsync(Flown.Out(Flown.Person(Other)));
            here.Time.Advance(TimeSpan.FromMinutes(1));
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(newer == "listed" ? Flown.Stranger() : Flown.Person(Jolyon, "OLD"))));
            here.Time.Advance(TimeSpan.FromMinutes(1));
            await here.AcceptAsync(PaxlstText.Write(newer switch
            {
                "listed" => Flown.Out(Flown.Person(Other), Flown.Person(Jolyon)),
                "changed" => Flown.Out(Flown.Person(Other), Flown.Person(Jolyon, "NEW")),
                _ when function == "XR" => Flown.Out(Flown.Person(Jolyon)).As("XR"),
                _ => Flown.Out(Flown.Stranger()).As(function),
            }));
            var messages = here.Store.Events.SelectMany(BorderWorld.Messages).ToList();
            var step = 0;
            var interrupted = false;
            if (moment < 0)
            {
                await here.DeliverAsync(messages[0]);
                await here.DeliverAsync(messages[1]);
            }
            else
            {
                here.Failing.Reading = async _ =>
                {
                    if (Interlocked.Increment(ref step) == moment + 1)
                    {
                        interrupted = true;
                        await here.DeliverAsync(messages[1]);
                    }
                };
                await here.DeliverAsync(messages[0]);
                here.Failing.Reading = null;
            }

            await here.SettleAsync();
            string[] end = [.. Picture.Live(here.Store), .. here.Store.All.Where(c => c.Reference == OutRef(Jolyon) && c.Status != CaseStatus.Withdrawn).Select(c => Booking(c))];
            expected ??= end;
            Assert.Equal(expected, end);
            Assert.Equal(newer is "listed" or "changed" ? ["BA9"] : Array.Empty<string>(), await Picture.SeenAsync(here.Travel, Jolyon.Id));
            if (moment >= 0 && !interrupted)
            {
                Assert.InRange(moment, 3, 100);
                return;
            }
        }
    }

    private static string Booking(CaseFile hit) => hit.Report.TryGetProperty("booking", out var booking) ? $"booking {booking}" : "no booking";

    [Fact]
    public async Task Two_manifests_screened_at_once_by_two_instances_settle_on_the_newest()
    {
        for (var round = 0; round < 20; round++)
        {
            using var here = new BorderWorld(Jolyon, Other);
            await here.SendAsync(Flown.Out(Flown.Person(Other), Flown.Person(Jolyon)));
            here.Time.Advance(TimeSpan.FromMinutes(1));
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Other, "OLD"))));
            here.Time.Advance(TimeSpan.FromMinutes(1));
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon, "NEW"))));
            await Task.WhenAll(here.Store.Events.SelectMany(BorderWorld.Messages).ToList().Select(m => Task.Run(() => here.DeliverAsync(m))));
            await here.SettleAsync();

            Assert.Equal([OutRef(Jolyon)], Picture.Live(here.Store));
            Assert.Equal("booking NEW", Booking(here.Store[HitCases.IdOf(OutRef(Jolyon))]));
        }
    }

    [Fact]
    public async Task Of_two_lists_in_one_file_the_later_one_counts_though_the_file_is_screened_twice()
    {
        var id = await world.SendAsync(Flown.Out(Flown.Person(Jolyon)), Flown.Out(Flown.Person(Other)).As("CP"), Flown.Out(Flown.Person(Jolyon)).As("XR"));
        Assert.Equal([OutRef(Other)], Picture.Live(world.Store));
        Assert.Equal(1, (await world.ManifestAsync(id)).Withdrawn);
        Assert.DoesNotContain(world.Store.Audit, a => a.Action == "report.reinstated");
    }

    [Fact]
    public async Task A_flight_holds_so_many_hits_and_no_more()
    {
        var list = new ManifestListSummary(Flown.Out().Flight, ListKind.Passengers, ListFunction.Change, "line 1", 1, Monitored: true);
        var said = new ListStamp(world.Time.GetUtcNow(), CaseId.For("manifests", "1"), 0);
        Assert.NotNull(await world.Flights.EnterAsync(list, said, [.. Enumerable.Range(0, FlightRecord.MaxHits).Select(i => new ListedHit($"BA9/2026-12-01/LHR/NOMINAL-{i:D6}", $"NOMINAL-{i:D6}"))], true, default));
        Assert.Equal("too-many-hits", (await Assert.ThrowsAsync<PermanentFailureException>(() => world.Flights.EnterAsync(list, said with { Place = 1 }, [new ListedHit("x", "y")], true, default))).Code);
        Assert.Equal(FlightRecord.MaxHits, (await world.Flights.ReadAsync(list.Flight.Key, default))!.Hits.Length);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Hub.Auditing;
using Hub.Json;
using Hub.Testing;

namespace Hub.Tests.Auditing;

public sealed class AuditChainTests
{
    private static readonly ImmutableArray<AuditEntry> Chain = Build(4);
    private static readonly AuditHead Head = HeadOf(Chain[^1]);

    private static ImmutableArray<AuditEntry> Build(int count)
    {
        var entries = ImmutableArray<AuditEntry>.Empty;
        for (var head = AuditHead.Empty; entries.Length < count; head = HeadOf(entries[^1]))
        {
            entries = entries.Add(A.AuditEntry(head, $"action.{head.Count}"));
        }

        return entries;
    }

    private static AuditHead HeadOf(AuditEntry entry) => new(entry.Sequence, entry.Hash);

    [Fact]
    public void A_chain_untouched_holds()
    {
        Assert.Null(AuditChain.FirstBreak(Chain, Head));
        Assert.Null(AuditChain.FirstBreak([], AuditHead.Empty));
    }

    public static TheoryData<string, Func<AuditEntry, AuditEntry>> Alterations => new()
    {
        { "at", e => e with { At = e.At.AddTicks(1) } },
        { "who", e => e with { By = e.By with { Id = "other" } } },
        { "role", e => e with { By = e.By with { Role = "other" } } },
        { "boundary of who and role", e => e with { By = new(e.By.Id + e.By.Role[..1], e.By.Role[1..]) } },
        { "action", e => e with { Action = e.Action + "x" } },
        { "description", e => e with { Description = "" } },
        { "id named", e => e with { About = e.About.SetItem("feed", "other") } },
        { "id added", e => e with { About = e.About.Add("notice", "x") } },
        { "id taken out", e => e with { About = e.About.Clear() } },
        { "previous hash", e => e with { PreviousHash = new string('0', 64) } },
        { "hash", e => e with { Hash = new string('0', 64) } },
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public void An_entry_altered_in_anything_is_found(string what, Func<AuditEntry, AuditEntry> alter)
    {
        Assert.NotEmpty(what);
        Assert.Equal("Entry 2 was altered.", AuditChain.FirstBreak(Chain.SetItem(1, alter(Chain[1])), Head));
    }

    [Fact]
    public void An_entry_altered_with_its_hash_breaks_the_next()
    {
        var altered = Chain[1] with { Description = "Other." };
        altered = altered with { Hash = AuditChain.HashOf(altered) };
        Assert.Equal("Entry 3 was altered.", AuditChain.FirstBreak(Chain.SetItem(1, altered), Head));
    }

    [Fact]
    public void Entries_taken_out_put_in_or_put_in_another_order_are_found()
    {
        Assert.Equal("Entry 1 is missing.", AuditChain.FirstBreak(Chain.RemoveAt(0), Head));
        Assert.Equal("Entry 2 is missing.", AuditChain.FirstBreak(Chain.RemoveAt(1), Head));
        Assert.Equal("The trail ends at entry 3; the case says 4.", AuditChain.FirstBreak(Chain.RemoveAt(3), Head));
        Assert.Equal("The trail ends at entry 0; the case says 4.", AuditChain.FirstBreak([], Head));
        Assert.Equal("Entry 2 is missing.", AuditChain.FirstBreak([Chain[0], Chain[2], Chain[1], Chain[3]], Head));
        Assert.Equal("Entry 3 is missing.", AuditChain.FirstBreak(Chain.Insert(2, Chain[1]), Head));
        Assert.Equal("The trail ends at entry 4; the case says 3.", AuditChain.FirstBreak(Chain, HeadOf(Chain[2])));
    }

    [Fact]
    public void An_entry_stored_and_read_again_has_the_same_hash()
    {
        var entry = AuditChain.Next(AuditHead.Empty, A.Moment.AddTicks(7).ToOffset(TimeSpan.FromHours(1)), Actor.Hub, "a", "é \" 🙂", [new("b", "1"), new("a", "2")]);
        var read = JsonSerializer.Deserialize<AuditEntry>(JsonSerializer.Serialize(entry, HubJson.Options), HubJson.Options)!;
        Assert.Equal(entry.Hash, AuditChain.HashOf(read));
    }
}

using Hub.Desk.Forms;
using Hub.Functions.Desk.People;
using Hub.Identity;
using Hub.Testing;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Functions.Tests.Desk;

/// <summary>A search that travels in an address is read by nobody else, says nothing to anybody else, and not for ever.</summary>
public sealed class KeptSearchesTests
{
    private static readonly Caller Officer = new() { Id = "pc-9", Role = Role.PpdOfficer, Borough = "camden" };
    private static readonly FormState Form = FormState.Empty.With("q", " Zoë Featherstone 山田 ").With("born", "1971").With("reason", "a call").With("form-token", "secret").With("age", " ");
    private readonly ManualTime time = new(TestHub.Start);
    private readonly KeptSearches kept;

    public KeptSearchesTests() => kept = new KeptSearches(new EphemeralDataProtectionProvider(), time);

    [Fact]
    public void It_comes_back_field_by_field_and_nothing_of_it_can_be_read_on_the_way()
    {
        var value = kept.Protect(Officer, Form)!;

        var again = kept.Read(Officer, value)!;

        Assert.Equal(["born", "q", "reason"], again.Values.Keys.Order());
        Assert.Equal(("Zoë Featherstone 山田", "1971", "a call"), (again.Value("q"), again.Value("born"), again.Value("reason")));
        Assert.Matches("^[A-Za-z0-9_-]+$", value);
        Assert.DoesNotContain("featherstone", value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_is_good_for_twelve_hours()
    {
        var value = kept.Protect(Officer, Form);

        time.Advance(KeptSearches.Lasting - TimeSpan.FromSeconds(1));
        Assert.NotNull(kept.Read(Officer, value));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(kept.Read(Officer, value));
    }

    [Fact]
    public void It_is_good_for_whoever_it_was_made_for()
    {
        var value = kept.Protect(Officer, Form);

        Assert.Null(kept.Read(Officer with { Id = "pc-10" }, value));
        Assert.Null(kept.Read(Officer with { Role = Role.PpdSergeant }, value));
        Assert.Null(kept.Read(Officer with { Borough = "brent" }, value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smith")]
    [InlineData("not base 64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_was_not_made_here_says_nothing(string? value)
    {
        Assert.Null(kept.Read(Officer, value));
        Assert.Null(kept.Read(Officer, $"A{value}" + kept.Protect(Officer, Form)));
        Assert.Null(kept.Read(Officer, new string('A', 100_000)));
    }

    [Theory]
    [InlineData(6_000)]
    [InlineData(60_000)]
    public void One_too_long_for_an_address_is_not_kept(int length) =>
        Assert.Null(kept.Protect(Officer, Form.With("q", string.Concat(Enumerable.Range(0, length).Select(i => (char)(0x4E00 + (i * 7919 % 20_000)))))));

    [Fact]
    public void A_long_one_that_says_the_same_again_and_again_is() =>
        Assert.InRange(kept.Protect(Officer, Form.With("q", string.Concat(Enumerable.Repeat("featherstone ", 500))))!.Length, 50, 600);
}

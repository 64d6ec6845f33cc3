using Hub.Border.Manifests;
using static Hub.Tests.Border.Paxlst.PaxlstMessages;

namespace Hub.Tests.Border.Edifact;

public sealed class EnvelopeTests
{
    private const string Body = "BGM+745'" + ToBangkok + Ada + "CNT+42:1'";

    private static string Message(string reference = "1") => $"UNH+{reference}+PAXLST:D:02B:UN:IATA'{Body}UNT+12+{reference}'";

    private static string Wrapped(string inside) => $"UNB+UNOA:4+A+B+261122:0800+7'{inside}";

    [Theory]
    [InlineData("UNZ+1+7'")]
    [InlineData("UNZ+1+007'")]
    [InlineData("UNZ+1+1'")]
    public async Task An_interchange_may_close_with_its_own_reference_or_that_of_its_message(string trailer) =>
        Assert.NotNull(await OnlyAsync(Wrapped(Message() + trailer)));

    [Fact]
    public async Task Groups_and_several_messages_are_read()
    {
        var items = await ReadAsync(Wrapped(
            $"UNG+PAXLST+A+B+261122:0800+G1+UN+D:02B'{Message()}{Message("2")}UNE+2+G1'UNG +PAXLST+A+B+261122:0800+G2+UN+D:02B'{Message("140 3")}UNE+1+G2'UNZ+2+7'"));

        Assert.Equal(3, items.OfType<ManifestItem.Listed>().Count());
    }

    [Theory]
    [InlineData("UNZ+2+7'", "count-differs")]
    [InlineData("UNZ+one+7'", "count-differs")]
    [InlineData("UNZ+1+8'", "reference-differs")]
    [InlineData("UNZ'", "count-differs")]
    [InlineData("", "truncated")]
    [InlineData("UNE+1+7'UNZ+1+7'", "segment-out-of-order")]
    [InlineData("UNT+1+7'UNZ+1+7'", "segment-out-of-order")]
    [InlineData("NAD+FL+++MOSS:ADA'UNZ+1+7'", "segment-out-of-order")]
    [InlineData("UNB+UNOA:4+A+B+261122:0800+8'UNZ+1+7'", "segment-out-of-order")]
    [InlineData("UNG+PAXLST+A+B+261122:0800+G1+UN+D:02B'UNE+0+G1'UNZ+2+7'", "segment-out-of-order")]
    public async Task A_broken_end_refuses_the_whole(string trailer, string code) => Assert.Equal(code, await RefusedAsync(Wrapped(Message() + trailer)));

    [Theory]
    [InlineData("UNH+1+PAXLST:D:02B'BGM+745'UNZ+1+7'", "segment-out-of-order")]
    [InlineData("UNH+1+PAXLST:D:02B'BGM+745'UNH+2+PAXLST:D:02B'", "segment-out-of-order")]
    [InlineData("UNH+1+PAXLST:D:02B'" + Body + "UNT+12+2'UNZ+1+7'", "reference-differs")]
    [InlineData("UNH+1+PAXLST:D:02B'" + Body, "truncated")]
    [InlineData("UNH+1+CUSRES:D:02B'", "message-type-unsupported")]
    [InlineData("UNH+1+CONTRL:4:1'", "message-type-unsupported")]
    [InlineData("UNH+1'", "message-type-unsupported")]
    [InlineData("UNH+1+PAXLST:001:000:NZ'", "version-unsupported")]
    [InlineData("UNH+1+PAXLST:D:96A'", "version-unsupported")]
    [InlineData("UNH+1+PAXLST'", "version-unsupported")]
    [InlineData("UNH+1+PAXLST:D:02B'BGM+745'NONSENSE+1'", "segment-unreadable")]
    [InlineData("UNZ+0+7'", "no-message")]
    public async Task A_message_that_is_none_or_not_whole_refuses_the_file(string inside, string code) => Assert.Equal(code, await RefusedAsync(Wrapped(inside)));

    [Theory]
    [InlineData("D:02B")]
    [InlineData("D:05B")]
    [InlineData("D:12B")]
    [InlineData("d:21a")]
    public async Task The_directories_of_the_guide_are_read(string version) =>
        Assert.NotNull(await OnlyAsync(Wrapped(Message() + "UNZ+1+7'").Replace("D:02B", version, StringComparison.Ordinal)));

    [Fact]
    public async Task A_character_set_that_cannot_be_read_is_refused() =>
        Assert.Equal("charset-unsupported", await RefusedAsync("UNB+UNOX:4+A+B+261122:0800+7'UNZ+0+7'"));

    [Fact]
    public async Task A_refusal_says_where_and_repeats_nothing_of_a_person()
    {
        var text = Wrapped(Message() + "UNZ+2+7'");

        var refused = await Assert.ThrowsAsync<ManifestRefusedException>(() => ReadAsync(text));

        Assert.Equal(new ManifestPlace(null, 14, "UNZ", text.IndexOf("UNZ", StringComparison.Ordinal)), refused.At);
        Assert.Equal("The trailer states another number of messages than there are: 1.", refused.Reason);
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_never_read_as_whole()
    {
        var whole = Wrapped(Message() + "UNZ+1+7'");

        for (var length = 0; length < whole.Length - 2; length++)
        {
            await Assert.ThrowsAsync<ManifestRefusedException>(() => ReadAsync(whole[..length]));
        }
    }
}

using Hub.Border.Manifests;
using static Hub.Tests.Border.Paxlst.PaxlstMessages;

namespace Hub.Tests.Border.Paxlst;

public sealed class ListMeaningTests
{
    [Theory]
    [InlineData("BGM+745'", ListKind.Passengers, ListFunction.Whole)]
    [InlineData("BGM+745+CP'", ListKind.Passengers, ListFunction.Change)]
    [InlineData("BGM+745+XR'", ListKind.Passengers, ListFunction.Removal)]
    [InlineData("BGM+745+20261122'", ListKind.Passengers, ListFunction.Change)]
    [InlineData("BGM+266+CLNB'", ListKind.Passengers, ListFunction.Removal)]
    [InlineData("BGM+266+CLOB'", ListKind.Passengers, ListFunction.Change)]
    [InlineData("BGM+250'", ListKind.Crew, ListFunction.Whole)]
    [InlineData("BGM+250+c'", ListKind.Crew, ListFunction.Whole)]
    [InlineData("BGM+250+CC'", ListKind.Crew, ListFunction.Change)]
    public async Task The_document_says_whom_a_list_names_and_what_it_says_of_earlier_ones(string bgm, ListKind kind, ListFunction function)
    {
        var person = kind == ListKind.Crew ? Ada.Replace("+FL+", "+FM+", StringComparison.Ordinal) : Ada;

        var list = await ListAsync(Interchange(person, bgm: bgm));

        Assert.Equal((kind, function), (list.Kind, list.Function));
    }

    [Theory]
    [InlineData("BGM+336+G'", "document-unsupported")]
    [InlineData("BGM+655'", "document-unsupported")]
    [InlineData("BGM'", "document-unsupported")]
    [InlineData("BGM+745+RP'", "function-unsupported")]
    [InlineData("BGM+266+CL'", "function-unsupported")]
    [InlineData("BGM+266'", "function-unsupported")]
    [InlineData("", "document-missing")]
    public async Task A_document_that_does_not_say_for_certain_who_flies_is_refused(string bgm, string code) =>
        Assert.Equal(code, await RefusedAsync(Interchange(Ada, bgm: bgm)));

    [Fact]
    public async Task A_cancelled_flight_is_so_for_passengers_and_crew()
    {
        var items = await ReadAsync(Interchange("", bgm: "BGM+266+XF'", totals: ""));

        Assert.Equal(
            [(ListKind.Passengers, ListFunction.FlightCancelled), (ListKind.Crew, ListFunction.FlightCancelled)],
            items.Cast<ManifestItem.Begun>().Select(begun => (begun.List.Kind, begun.List.Function)));
    }

    [Theory]
    [InlineData("+AB1+01:C", ListFunction.Change)]
    [InlineData("+AB1+02", ListFunction.Change)]
    [InlineData("+AB1+10:F", ListFunction.Change)]
    [InlineData("+AB1+1:F", ListFunction.Whole)]
    [InlineData("+AB1", ListFunction.Whole)]
    public async Task A_part_of_a_list_withdraws_nobody_and_may_have_fewer_persons_than_the_total_of_all(string transfer, ListFunction function)
    {
        var total = function == ListFunction.Whole ? 1 : 136;

        Assert.Equal(function, (await ListAsync(Interchange(Ada, totals: $"CNT+42:{total}'", transfer: transfer))).Function);
    }

    [Fact]
    public async Task A_second_list_of_the_same_flight_in_a_file_goes_on_with_the_first()
    {
        var one = Interchange(Ada);

        var lists = (await ReadAsync(one + "\r\n" + one)).OfType<ManifestItem.Begun>().Select(begun => begun.List.Function);

        Assert.Equal([ListFunction.Whole, ListFunction.Change], lists);
    }

    [Fact]
    public async Task A_list_of_nobody_must_say_so()
    {
        Assert.Equal(ListFunction.Whole, (await ListAsync(Interchange("", totals: "CNT+42:0'"))).Function);
        Assert.Equal("nobody-listed", await RefusedAsync(Interchange("", totals: "")));
    }

    [Theory]
    [InlineData("CNT+42:2'", "persons-missing")]
    [InlineData("CNT+41+2'", "persons-missing")]
    [InlineData("CNT+42:1'CNT+41:1'", "persons-missing")]
    [InlineData("CNT+42:one'", "count-unreadable")]
    [InlineData("CNT+42:-1'", "count-unreadable")]
    [InlineData("CNT+42:99999999999999999999'", "count-unreadable")]
    public async Task Fewer_persons_than_the_control_total_refuse_the_file(string totals, string code) =>
        Assert.Equal(code, await RefusedAsync(Interchange(Ada, totals: totals)));

    [Theory]
    [InlineData("CNT+42:1'")]
    [InlineData("CNT+42:0'")]
    [InlineData("CNT+41+1'")]
    [InlineData("CNT+3:2'CNT+42:1'")]
    public async Task A_total_that_leaves_nobody_out_is_accepted(string totals) => Assert.NotNull(await OnlyAsync(Interchange(Ada, totals: totals)));

    [Fact]
    public async Task Segments_missing_by_the_trailer_refuse_the_file_only_where_nothing_says_that_all_persons_are_there()
    {
        static string Misstated(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"UNT\+\d+", "UNT+0000152");

        Assert.Equal("segments-missing", await RefusedAsync(Misstated(Interchange(Ada, totals: ""))));
        Assert.NotNull(await OnlyAsync(Misstated(Interchange(Ada))));
    }
}

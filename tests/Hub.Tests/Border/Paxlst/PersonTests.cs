using Hub.Border.Manifests;
using Hub.Persons;
using static Hub.Tests.Border.Paxlst.PaxlstMessages;

namespace Hub.Tests.Border.Paxlst;

public sealed class PersonTests
{
    [Fact]
    public async Task A_passenger_reads_with_all_that_is_said()
    {
        var text = Interchange(
            Ada + "MEA+CT++1'FTX+BAG+++BA0443'GEI+4+ZZZ'LOC+22+BKK'LOC+174+GBR'LOC+178+LHR'LOC+179+BKK'LOC+180+:::Hull'COM+020 7000 0000:TE'"
            + "NAT+2+GBR'RFF+AVF:QXGYLO'RFF+ABO:BA123'RFF+SEA:44G'DOC+P:110:111+925665416'DTM+36:310102'LOC+91+GBR'DOC+V+X1'LOC+91+THA'");

        var traveller = await OnlyAsync(text);

        var person = traveller.Person;
        Assert.Equal(("MOSS", "ADA GRACE", "1980-05-19"), (person.Name.Surname, string.Join(' ', person.Name.Given), person.Born.ToString()));
        Assert.Equal((Sex.Female, "GBR", "Hull"), (person.Sex, person.Nationality, person.PlaceOfBirth));
        Assert.Equal<TravelDocument>([new("P", "925665416", "GBR", new DateOnly(2031, 1, 2)), new("V", "X1", "THA")], person.Documents);
        Assert.Equal(("QXGYLO", "LHR", "BKK"), (traveller.Booking, traveller.Boards, traveller.Leaves));
        Assert.Equal(new ManifestPlace(null, 10, "NAD", text.IndexOf("NAD+FL", StringComparison.Ordinal)), traveller.At);
    }

    [Theory]
    [InlineData("NAD+FL+++moss:ada'", "moss", "ada")]
    [InlineData("NAD+FL+++MOSS:ADA GRACE:IDA'", "MOSS", "ADA GRACE IDA")]
    [InlineData("NAD+FL+++MOSS:ADA:'", "MOSS", "ADA")]
    [InlineData("NAD+FL+++O?'HARA?+?:?? SON:ADA'", "O'HARA+:? SON", "ADA")]
    [InlineData("NAD+FL+++MOSS/ADA GRACE'", "MOSS", "ADA GRACE")]
    [InlineData("NAD+FL+++MOSS, ADA'", "MOSS", "ADA")]
    [InlineData("NAD+FL+++MOSS'", "MOSS", "")]
    [InlineData("NAD+FL+++:ADA'", "", "ADA")]
    [InlineData("NAD+FL++MOSS:ADA'", "MOSS", "ADA")]
    [InlineData("NAD+FL+++MO\r\nSS:ADA'", "MOSS", "ADA")]
    public async Task A_name_reads_however_it_is_written(string nad, string surname, string given)
    {
        var name = (await OnlyAsync(Interchange(nad))).Person.Name;

        Assert.Equal((surname, given), (name.Surname, string.Join(' ', name.Given)));
    }

    [Fact]
    public async Task A_name_in_one_piece_has_both_its_readings()
    {
        var names = (await OnlyAsync(Interchange("NAD+FL+++ADA GRACE MOSS'"))).Person.Names;

        Assert.Equal([("ADA", NameKind.Primary), ("MOSS", NameKind.Alias)], names.Select(name => (name.Surname, name.Kind)));
    }

    [Theory]
    [InlineData("800519", "1980-05-19")]
    [InlineData("261122", "2026-11-22")]
    [InlineData("261123", "1926-11-23")]
    [InlineData("19640229", "1964-02-29")]
    [InlineData("640000", "1964")]
    [InlineData("6405XX", "1964-05")]
    [InlineData("1964:602", "1964")]
    [InlineData("196405:610", "1964-05")]
    [InlineData("19640217:101", "1964-02-17")]
    [InlineData("000000", null)]
    [InlineData("", null)]
    public async Task A_date_of_birth_is_never_in_the_future(string value, string? born) =>
        Assert.Equal(born, (await OnlyAsync(Interchange($"NAD+FL+++MOSS:ADA'DTM+329:{value}'"))).Person.Born?.ToString());

    [Theory]
    [InlineData("DTM+329:800230'", "birth-date-unreadable")]
    [InlineData("DTM+329:20261123'", "birth-date-unreadable")]
    [InlineData("DTM+329:18900101'", "birth-date-unreadable")]
    [InlineData("DTM+329:19 May'", "birth-date-unreadable")]
    [InlineData("HARA:IDA'", "segment-unreadable")]
    public async Task A_person_who_cannot_be_screened_is_set_aside_and_the_rest_goes_on(string after, string code)
    {
        var items = await ReadAsync(Interchange("NAD+FL+++OKAFOR:IDA'" + after + Ada));

        Assert.Equal(code, Assert.Single(items.OfType<ManifestItem.SetAside>()).Code);
        Assert.Equal("MOSS", Assert.Single(items.OfType<ManifestItem.Listed>()).Traveller.Person.Name.Surname);
    }

    [Theory]
    [InlineData("NAD+FL'")]
    [InlineData("NAD+FL+++::'")]
    [InlineData("NAD+FL+++-:.'")]
    [InlineData("NAD+FL+++1234'")]
    public async Task A_person_without_a_name_is_set_aside_with_the_place(string nad)
    {
        var items = await ReadAsync(Interchange(Ada + nad));

        var aside = Assert.Single(items.OfType<ManifestItem.SetAside>());
        Assert.Equal(("name-missing", 13L, "NAD"), (aside.Code, aside.At.Segment, aside.At.Tag));
    }

    [Fact]
    public async Task Extras_that_cannot_be_read_do_not_cost_a_person()
    {
        var traveller = await OnlyAsync(Interchange(
            "NAD+FL+++MOSS:ADA'ATT+2++?'LOC+178+ZZZ'LOC+179+'LOC+180'NAT+2+QQQ'RFF+AVF'DOC++448763368'DTM+36:someday'LOC+91+'DOC++'DTM+36:990101'LOC+91+UNO'"));

        Assert.Equal(new TravelDocument("P", "448763368"), Assert.Single(traveller.Person.Documents));
        Assert.Equal((null, null, null, null), (traveller.Boards, traveller.Leaves, traveller.Booking, traveller.Person.Nationality));
    }

    [Fact]
    public async Task Passengers_and_crew_of_one_message_are_two_lists()
    {
        var items = await ReadAsync(Interchange(Ada + "NAD+FM+++PILOT:SAM'NAD+DDU+++IDA:TRANSIT'NAD+DDT+++ABE:TRANSIT'NAD+ZZZ+++ODD:ONE'"));

        Assert.Equal(
            [(ListKind.Passengers, ListFunction.Whole), (ListKind.Crew, ListFunction.Change)],
            items.OfType<ManifestItem.Begun>().Select(begun => (begun.List.Kind, begun.List.Function)));
        Assert.Equal(
            [ListKind.Passengers, ListKind.Crew, ListKind.Passengers, ListKind.Crew, ListKind.Passengers],
            items.OfType<ManifestItem.Listed>().Select(listed => listed.Traveller.List.Kind));
    }

    [Theory]
    [InlineData("UNOC", 0xD1)]
    [InlineData("UNOA", 0xD1)]
    [InlineData("UNOD", 0xD3)]
    [InlineData("UNOY", 0xD1)]
    public async Task Letters_are_those_of_the_character_set_the_interchange_names(string charset, byte letter)
    {
        var file = System.Text.Encoding.Latin1.GetBytes(Interchange($"NAD+FL+++{(char)letter}X:ADA'").Replace("UNOA", charset, StringComparison.Ordinal));

        var name = Assert.Single((await ReadAsync(file)).OfType<ManifestItem.Listed>()).Traveller.Person.Name;

        Assert.Equal(charset == "UNOD" ? "ÓX" : "ÑX", name.Surname);
    }
}

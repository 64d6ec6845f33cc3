using Hub.Accuracy.Maps;
using Hub.Persons;

namespace Hub.Tests.Matching.Accuracy;

public sealed class MapTests
{
    [Fact]
    public void A_febrl_row_is_read_whatever_the_spaces_in_its_header()
    {
        var row = Sample.Only(
            """
            { "id": "rec_id", "entity": { "column": "rec_id", "pattern": "rec-(\\d+)-" }, "given": "given_name", "surname": "surname",
              "born": { "column": "date_of_birth", "formats": ["yyyyMMdd"] }, "address": [["street_number", "address_1"], "suburb"],
              "postcode": "postcode", "document": { "column": "soc_sec_id", "type": "ID" } }
            """,
            "rec_id, given_name, surname, street_number, address_1, suburb, postcode, date_of_birth, soc_sec_id",
            "rec-223-dup-0, ann marie, waller, 6, tullaroop street, st james, 4011, 19081209, 6988048");
        Assert.Equal(("rec-223-dup-0", "223"), (row.Id, row.Entity));
        Assert.Equal(("waller", "ann,marie"), (row.Person.Name.Surname, string.Join(',', row.Person.Name.Given)));
        Assert.Equal(BirthDate.Parse("1908-12-09"), row.Person.Born);
        Assert.Equal("6 tullaroop street|st james", string.Join('|', row.Person.Addresses[0].Lines));
        Assert.Equal("4011", row.Person.Addresses[0].Postcode);
        Assert.Equal(new TravelDocument("ID", "6988048"), Assert.Single(row.Person.Documents));
    }

    [Fact]
    public void Column_names_are_found_in_any_case_and_with_any_separator()
    {
        var row = Sample.Only("""{ "Surname": "last_name", "GIVEN": "First Name" }""", "LAST NAME,first-name", "Waller,Ann");
        Assert.Equal("Ann Waller", row.Person.Name.ToString());
    }

    [Fact]
    public void Fields_go_by_their_usual_other_names_too_and_dates_by_one_format_for_all()
    {
        var row = Sample.Only("""{ "dateFormats": "dd.MM.yyyy", "fields": { "First Name": "f", "last_name": "l", "DOB": "d", "gender": "g" } }""", "f,l,d,g", "Ann,Waller,09.12.1908,F");
        Assert.Equal(("Ann Waller", "1908-12-09", Sex.Female), (row.Person.Name.ToString(), row.Person.Born.ToString(), row.Person.Sex));
    }

    [Fact]
    public void A_full_name_is_the_name_where_there_is_no_other_and_else_an_alias_unless_it_says_the_same()
    {
        const string map = """{ "given": "first_name", "surname": "surname", "fullName": ["full_name", "first_and_surname"] }""";
        var rows = Sample.Read(map, "full_name,first_and_surname,first_name,surname",
            "Thomas Clifford Chudleigh,Thomas Chudleigh,Thomas,Chudleigh",
            "Ann Waller,Ann Waller,,").Rows;
        Assert.Equal([NameKind.Primary, NameKind.Alias], rows[0].Person.Names.Select(n => n.Kind));
        Assert.Equal("Waller", Assert.Single(rows[1].Person.Names).Surname);
    }

    [Fact]
    public void Several_columns_several_values_and_value_tables_feed_one_field()
    {
        var row = Sample.Only(
            """{ "surname": "s", "phones": ["home", "mobile"], "sex": { "column": "g", "values": { "1": "male" } }, "nationality": { "column": "n", "values": { "British": "GBR" } } }""",
            "s,home,mobile,g,n", "Waller,020 1; 020 2,07 3,1,british");
        Assert.Equal("020 1|020 2|07 3", string.Join('|', row.Person.Phones));
        Assert.Equal((Sex.Male, "GBR"), (row.Person.Sex, row.Person.Nationality));
    }

    [Fact]
    public void Missing_values_are_missing_in_any_case()
    {
        var row = Sample.Only("""{ "surname": "s", "given": "g", "postcode": { "column": "p", "missing": "-" }, "missing": ["null", "NA"] }""", "s,g,p", "Waller,NULL,-");
        Assert.Empty(row.Person.Name.Given);
        Assert.Empty(row.Person.Addresses);
    }

    [Fact]
    public void Identifiers_are_canonical_where_they_can_be_and_else_passed_as_written_and_counted()
    {
        var set = Sample.Read("""{ "pncId": "pnc", "document": { "column": "doc", "state": "GBR" } }""", "pnc,doc", "03/11985x,925 665 416", "2003/0011985A,12");
        Assert.Equal(["2003/0011985X", "2003/0011985A"], set.Rows.Select(r => r.Person.PncId));
        Assert.Equal(["925665416", "12"], set.Rows.Select(r => r.Person.Documents[0].Number));
        Assert.Equal(1, set.Counts.All["pncId: passed as written"]);
        Assert.Equal(1, set.Counts.All["document: passed as written"]);
    }

    [Fact]
    public void Rows_without_id_are_numbered_and_an_id_given_twice_is_told_apart()
    {
        Assert.Equal(["row-1"], Sample.Read("""{ "surname": "s" }""", "s", "Waller").Rows.Select(r => r.Id));
        Assert.Equal(["7", "7#2"], Sample.Read("""{ "id": "i" }""", "i", "7", "7").Rows.Select(r => r.Id));
    }

    [Fact]
    public void A_short_row_is_read_as_far_as_it_goes_and_counted()
    {
        var set = Sample.Read("""{ "surname": "s", "given": "g" }""", "s,g", "Waller");
        Assert.Equal("Waller", set.Rows[0].Person.Name.ToString());
        Assert.Equal(1, set.Counts.All["row: fewer values than the header has"]);
    }

    [Theory]
    [InlineData("""{ "surnam": "s" }""", "map.json, surnam: no such field. Fields are id, entity")]
    [InlineData("""{ "surname": "last" }""", "map.json, surname: people.csv has no column last. Its columns are s, g.")]
    [InlineData("""{ "surname": { "column": "s", "patern": "x" } }""", "map.json, surname: no such option as patern. Options are column")]
    [InlineData("""{ "surname": { "pattern": "x" } }""", "map.json, surname: an object needs column")]
    [InlineData("""{ "surname": { "column": "s", "pattern": "(" } }""", "map.json, surname: the pattern is no regular expression")]
    [InlineData("""{ "surname": 7 }""", "map.json, surname: expected a column")]
    [InlineData("""{ "separator": "ab" }""", "map.json, separator: expected one character")]
    [InlineData("""{ "surname": """, "map.json is not JSON")]
    [InlineData("""{ "born": { "column": "s", "formats": ["HH:mm"] } }""", "map.json, born: a date format is made of y, M and d")]
    [InlineData("[]", "map.json, $: expected an object of fields")]
    public void What_is_wrong_with_a_map_is_said_with_its_place(string map, string message) =>
        Assert.StartsWith(message, Assert.Throws<MapException>(() => Sample.Read(map, "s,g", "Waller,Ann")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Contains("is empty", Assert.Throws<MapException>(() => Sample.Read("""{ "surname": "s" }""")).Message, StringComparison.Ordinal);
}

using System.Text.Json;
using Hub.Json;
using Hub.Persons;

namespace Hub.Tests.Json;

public sealed class JsonFieldsTests
{
    private static JsonFields Fields(string json) => new(JsonDocument.Parse(json, HubJson.DocumentOptions).RootElement);

    private static (string Path, string Code)[] Errors(JsonFields fields) => [.. fields.Errors.Select(e => (e.Path, e.Code))];

    [Fact]
    public void Every_error_of_a_document_is_reported_at_once_with_its_path()
    {
        var fields = Fields("""{"subject":{"sex":"woman","addresses":[{"postcode":"E1 6AN"},{"postcode":7}]},"at":"yesterday"}""");

        var subject = fields.RequiredObject("subject");
        subject.RequiredText("surname", 100);
        subject.Enum<Sex>("sex");
        foreach (var address in subject.Objects("addresses", 10))
        {
            address.OptionalText("postcode", 10);
        }

        fields.RequiredInstant("at");
        fields.RequiredText("reference", 64);

        Assert.Equal(
        [
            ("$.subject.surname", "required"),
            ("$.subject.sex", "not-one-of"),
            ("$.subject.addresses[1].postcode", "wrong-type"),
            ("$.at", "not-an-instant"),
            ("$.reference", "required"),
        ], Errors(fields));
    }

    [Fact]
    public void An_error_never_repeats_the_value()
    {
        var fields = Fields("""{"a":"Cholmondeley","b":"Cholmondeley","c":"Cholmondeley","d":"Cholmondeley\u0007","e":"Cholmondeley"}""");

        fields.Instant("a");
        fields.BirthDate("b");
        fields.Enum<Sex>("c");
        fields.OptionalText("d", 100);
        fields.OptionalText("e", 5);

        Assert.Equal(5, fields.Errors.Count);
        Assert.DoesNotContain(fields.Errors, e => e.ToString().Contains("Chol", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void A_document_that_is_no_object_is_one_error_however_much_is_read(string json)
    {
        var fields = Fields(json);
        fields.RequiredText("id", 10);
        fields.RequiredObject("subject").RequiredInstant("at");
        fields.RequiredObjects("names", 3);

        Assert.Equal([("$", "wrong-type")], Errors(fields));
    }

    [Fact]
    public void A_required_object_that_is_missing_is_one_error_not_one_for_each_of_its_fields()
    {
        var fields = Fields("{}");
        var subject = fields.RequiredObject("subject");
        subject.RequiredText("surname", 10);
        Assert.Equal(default, subject.RequiredEnum<Sex>("sex"));

        Assert.False(subject.Exists);
        Assert.Equal([("$.subject", "required")], Errors(fields));
    }

    [Theory]
    [InlineData("2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z")]
    [InlineData("2026-07-22T08:00+01:00", "2026-07-22T07:00:00Z")]
    [InlineData("2026-11-22T08:00:00.123456789Z", "2026-11-22T08:00:00.1234568Z")]
    public void An_instant_is_read_into_utc(string text, string expected)
    {
        var instant = Fields($$"""{"at":"{{text}}"}""").RequiredInstant("at");
        Assert.Equal(DateTimeOffset.Parse(expected, null), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("2026-11-22T08:00:00", "offset-missing")]
    [InlineData("2026-11-22", "not-an-instant")]
    [InlineData("2026-02-30T08:00:00Z", "not-an-instant")]
    [InlineData("2026-11-22T08:00:00+99:00", "not-an-instant")]
    [InlineData("0001-01-01T00:00:00+14:00", "not-an-instant")]
    [InlineData("22/11/2026 08:00", "not-an-instant")]
    [InlineData("2026-11-22T08:00:00Z and then more words than any time would ever need here", "too-long")]
    public void A_time_that_names_no_moment_is_refused(string text, string code)
    {
        var fields = Fields($$"""{"at":"{{text}}"}""");
        Assert.Null(fields.Instant("at"));
        Assert.Equal([("$.at", code)], Errors(fields));
    }

    [Theory]
    [InlineData("\"a\\u0000b\"", "control-characters")]
    [InlineData("\"a\\nb\"", "control-characters")]
    [InlineData("\"a\\u202Eb\"", "control-characters")]
    [InlineData("\"a\\ud800b\"", "invalid-text")]
    [InlineData("\"\\udc00\"", "invalid-text")]
    [InlineData("12", "wrong-type")]
    [InlineData("{}", "wrong-type")]
    [InlineData("\"  \\t \"", "required")]
    [InlineData("null", "required")]
    [InlineData("\"abcdefghijk\"", "too-long")]
    public void Text_that_is_not_fit_to_keep_is_refused(string value, string code)
    {
        var fields = Fields($$"""{"x":{{value}}}""");
        Assert.Equal("", fields.RequiredText("x", 10));
        Assert.Equal([("$.x", code)], Errors(fields));
    }

    [Fact]
    public void Text_is_trimmed_and_an_account_may_have_lines()
    {
        var fields = Fields("""{"a":"  O'Brien ","b":"one\r\n\ttwo"}""");
        Assert.Equal("O'Brien", fields.RequiredText("a", 7));
        Assert.Equal("one\r\n\ttwo", fields.OptionalText("b", 100, multiline: true));
        Assert.Empty(fields.Errors);
    }

    [Theory]
    [InlineData("female", Sex.Female)]
    [InlineData("FEMALE", Sex.Female)]
    [InlineData("Male", Sex.Male)]
    public void An_enum_is_read_by_name_in_any_case(string text, Sex expected) =>
        Assert.Equal(expected, Fields($$"""{"sex":"{{text}}"}""").Enum<Sex>("sex"));

    [Theory]
    [InlineData("\"1\"", "not-one-of")]
    [InlineData("1", "wrong-type")]
    [InlineData("\"female, male\"", "not-one-of")]
    public void An_enum_is_never_read_by_number_or_combination(string value, string code)
    {
        var fields = Fields($$"""{"sex":{{value}}}""");
        Assert.Null(fields.Enum<Sex>("sex"));
        Assert.Equal([("$.sex", code)], Errors(fields));
    }

    [Fact]
    public void Numbers_and_flags_are_checked_against_bounds_and_type()
    {
        var fields = Fields("""{"a":17,"b":1.5,"c":99999999999999999999,"d":"17","e":true,"f":"true","g":200}""");
        Assert.Equal(17, fields.Int("a", 0, 150));
        Assert.Null(fields.Int("b", 0, 150));
        Assert.Null(fields.Int("c", 0, 150));
        Assert.Null(fields.Int("d", 0, 150));
        Assert.True(fields.Bool("e"));
        Assert.Null(fields.Bool("f"));
        Assert.Null(fields.Int("g", 0, 150));
        Assert.Null(fields.Bool("absent"));
        Assert.Equal(
            [("$.b", "out-of-range"), ("$.c", "out-of-range"), ("$.d", "wrong-type"), ("$.f", "wrong-type"), ("$.g", "out-of-range")],
            Errors(fields));
    }

    [Fact]
    public void Lists_are_bounded_and_blank_texts_left_out()
    {
        var fields = Fields("""{"given":["Ana"," ",null,"Maria"],"many":[1,2,3],"text":"x","mixed":["a",{}]}""");
        Assert.Equal<string>(["Ana", "Maria"], fields.Texts("given", 4, 20));
        Assert.Empty(fields.Objects("many", 2));
        Assert.Empty(fields.Texts("text", 2, 5));
        Assert.Equal<string>(["a"], fields.Texts("mixed", 2, 5));
        Assert.Equal([("$.many", "too-many"), ("$.text", "wrong-type"), ("$.mixed[1]", "wrong-type")], Errors(fields));
    }

    [Fact]
    public void A_name_that_is_no_text_is_an_error_not_a_crash()
    {
        using var document = JsonDocument.Parse("""{"id":"x","\ud800":1}""");
        var fields = new JsonFields(document.RootElement);
        fields.RequiredText("id", 10);
        fields.RequiredText("other", 10);
        Assert.Equal([("$", "invalid-text")], Errors(fields));
    }

    [Fact]
    public void An_empty_required_list_is_refused()
    {
        var fields = Fields("""{"names":[]}""");
        Assert.Empty(fields.RequiredObjects("names", 5));
        Assert.Equal([("$.names", "required")], Errors(fields));
    }
}

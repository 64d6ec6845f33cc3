using FsCheck;
using FsCheck.Fluent;
using Hub.Json;
using Hub.Matching.Searching;

namespace Hub.Tests.Matching.Searching;

public sealed class SearchReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static string Read(string text)
    {
        Assert.True(SearchReading.TryRead(text, [], Now, out var question, out var errors), string.Join(' ', errors));
        return string.Join(" | ", question.Understood.Select(u => $"{u.Field}={u.Value}{(u.Maybe ? "?" : "")}"));
    }

    private static string[] Codes(string text)
    {
        Assert.False(SearchReading.TryRead(text, [], Now, out _, out var errors));
        return [.. errors.Select(e => $"{e.Path} {e.Code}")];
    }

    private static string[] Names(string text)
    {
        Assert.True(SearchReading.TryRead(text, [], Now, out var question, out _));
        return [.. question.Readings[0].Person.Names.Select(n => $"{n.Surname}/{string.Join(' ', n.Given)}")];
    }

    [Theory]
    [InlineData("1971-03-04", "1971-03-04")]
    [InlineData("1971/03/04", "1971-03-04")]
    [InlineData("04/03/1971", "1971-03-04")]
    [InlineData("4/3/1971", "1971-03-04")]
    [InlineData("4.3.71", "1971-03-04")]
    [InlineData("4-3-71", "1971-03-04")]
    [InlineData("4 3 1971", "1971-03-04")]
    [InlineData("4 March 1971", "1971-03-04")]
    [InlineData("4th of March, 1971", "1971-03-04")]
    [InlineData("March 4 1971", "1971-03-04")]
    [InlineData("4mar71", "1971-03-04")]
    [InlineData("4-Mar-1971", "1971-03-04")]
    [InlineData("dob 4.3.71", "1971-03-04")]
    [InlineData("dob is 4.3.71", "1971-03-04")]
    [InlineData("Date of birth: 4 March 1971", "1971-03-04")]
    [InlineData("b. 1971", "1971")]
    [InlineData("b.1971", "1971")]
    [InlineData("1971?", "1971")]
    [InlineData("D.O.B.: 4 March 1971", "1971-03-04")]
    [InlineData("born:\"4 March 1971\"", "1971-03-04")]
    [InlineData("born:19710304", "1971-03-04")]
    [InlineData("03/13/1971", "1971-03-13")]
    [InlineData("29/02/1972", "1972-02-29")]
    [InlineData("03/1971", "1971-03")]
    [InlineData("1971-03", "1971-03")]
    [InlineData("Sept 1971", "1971-09")]
    [InlineData("1971", "1971")]
    [InlineData("22.11.26", "2026-11-22")]
    [InlineData("23.11.26", "1926-11-23")]
    public void A_date_of_birth_is_read_however_it_is_written_the_day_before_the_month(string text, string born) => Assert.Equal($"Born={born}", Read(text));

    [Theory]
    [InlineData("31/02/1971")]
    [InlineData("29.02.1971")]
    [InlineData("31 February 1971")]
    [InlineData("13/13/1971")]
    [InlineData("23/11/2026")]
    [InlineData("May 2051")]
    [InlineData("born:yesterday")]
    [InlineData("born:1234")]
    public void A_date_that_is_none_is_refused(string text) => Assert.Equal(["q not-a-date"], Codes(text));

    [Theory]
    [InlineData("2003/0011985X", "PncId=2003/0011985X")]
    [InlineData("03/11985x", "PncId=2003/0011985X")]
    [InlineData("pnc:20030011985X", "PncId=2003/0011985X")]
    [InlineData("pnc 2003/0011985 X", "PncId=2003/0011985X")]
    [InlineData("sw1a 1aa", "Postcode=SW1A 1AA")]
    [InlineData("SW1A1AA", "Postcode=SW1A 1AA")]
    [InlineData("moss E8", "Name=moss | Postcode=E8")]
    [InlineData("020 7946 0144", "Phone=02079460144")]
    [InlineData("07700 900123 1971", "Phone=07700900123 | Born=1971")]
    [InlineData("+44 7700 900123", "Phone=447700900123")]
    [InlineData("+44 (0)7700 900 123", "Phone=447700900123")]
    [InlineData("+44 (0) 20 7946 0144 moss", "Phone=442079460144 | Name=moss")]
    [InlineData("0044 7700 900 123", "Phone=00447700900123")]
    [InlineData("+33 1 23 45 67 89", "Phone=33123456789")]
    [InlineData("passport 925 665 416", "Document=925665416")]
    [InlineData("passport no AB 1234567 moss", "Document=AB1234567 | Name=moss")]
    [InlineData("Passport number: 925 665 416", "Document=925665416")]
    [InlineData("moss aged 34", "Name=moss | Age=34")]
    [InlineData("34 years old moss", "Age=34 | Name=moss")]
    [InlineData("age:34", "Age=34")]
    [InlineData("First name: Ann Family name: Moss", "Given=Ann | Surname=Moss")]
    [InlineData("moss\tann\n1971", "Name=moss | Name=ann | Born=1971")]
    [InlineData("tel 020 7946 0144", "Phone=02079460144")]
    [InlineData("someone@example.com", "Email=someone@example.com")]
    [InlineData("passport 925665416", "Document=925665416")]
    [InlineData("GBR:925665416", "Document=GBR:925665416")]
    [InlineData("visor:V123", "VisorReference=V123")]
    [InlineData("id:N-000001", "Id=N-000001")]
    [InlineData("N-1", "Id=N-1")]
    public void A_number_is_read_by_its_form_or_by_what_stands_before_it(string text, string understood) => Assert.Equal(understood, Read(text));

    [Theory]
    [InlineData("925665416", "Document=925665416? | Phone=925665416? | VisorReference=925665416? | Id=925665416?")]
    [InlineData("925 665 416", "Document=925665416? | Phone=925665416? | VisorReference=925665416? | Id=925665416?")]
    [InlineData("19710304", "Born=1971-03-04? | Document=19710304? | Phone=19710304? | VisorReference=19710304? | Id=19710304?")]
    [InlineData("May 1971", "Born=1971-05? | Name=May? | Born=1971?")]
    public void A_word_that_may_be_two_things_is_taken_as_each(string text, string understood) => Assert.Equal(understood, Read(text));

    [Theory]
    [InlineData("smith john", "john/smith", "smith/john")]
    [InlineData("smith", "smith/", "/smith")]
    [InlineData("Mr John Smith", "Smith/John", "John/Smith")]
    [InlineData("SMITH, John Paul, 1971", "SMITH/John Paul")]
    [InlineData("surname:smith given:john", "smith/john")]
    [InlineData("given:\"john paul\" smith", "smith/john paul")]
    [InlineData("surname:\"van der berg\" jan", "van der berg/jan")]
    [InlineData("jan van der berg", "van der berg/jan", "jan/van der berg")]
    [InlineData("ben smith", "smith/ben", "ben/smith")]
    [InlineData("al-hassan", "al-hassan/")]
    [InlineData("ann smith aka maggie jones", "smith/ann", "ann/smith", "jones/maggie", "maggie/jones")]
    [InlineData("ann smith née jones", "smith/ann", "ann/smith", "jones/ann", "jones/smith")]
    [InlineData("smith alias jones", "smith/", "/smith", "jones/", "/jones")]
    [InlineData("alias smith", "smith/alias")]
    public void Names_are_taken_in_either_order_unless_it_is_said(string text, params string[] names) => Assert.Equal(names, Names(text)[..names.Length]);

    [Fact]
    public void Everything_that_cannot_be_read_is_said_at_once() =>
        Assert.Equal(["q not-one-of", "q not-a-date", "q invalid-identifier"], Codes("colour:blue 31/02/1971 2003/0011985Y").Order().OrderBy(c => c switch { "q not-one-of" => 0, "q not-a-date" => 1, _ => 2 }));

    [Theory]
    [InlineData("", "q required")]
    [InlineData("---", "q required")]
    [InlineData("\U0001F642 smith", "q required")]
    [InlineData("surname:", "q required")]
    [InlineData("surname:--- 1971", "q required")]
    [InlineData("E8", "q required")]
    [InlineData("2003/0011985Y", "q invalid-identifier")]
    [InlineData("some@one@example.com", "q invalid-identifier")]
    [InlineData("1971 1972", "q too-many")]
    [InlineData("aged 34 1971", "q too-many")]
    [InlineData("age:200", "q invalid-identifier")]
    [InlineData("moss 4 Mulberry Walk", "q invalid-identifier")]
    [InlineData("moss 34", "q invalid-identifier")]
    [InlineData("12345678 12345679 12345670", "q too-many")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y", "q too-many")]
    [InlineData("smith\u202e", "q control-characters")]
    public void What_cannot_be_looked_for_is_refused(string text, string code) => Assert.Equal([code], Codes(text));

    [Fact]
    public void A_parameter_of_its_own_is_read_like_a_label_and_its_errors_bear_its_name()
    {
        Assert.True(SearchReading.TryRead("john", [(SearchField.Surname, "surname", "smith"), (SearchField.Born, "born", "4.3.71")], Now, out var question, out _));
        Assert.Equal("smith", question.Readings[0].Person.Names[0].Surname);
        Assert.Equal("1971-03-04", question.Readings[0].Person.Born.ToString());

        Assert.False(SearchReading.TryRead(null, [(SearchField.Born, "born", "soon"), (SearchField.PncId, "pncId", "1")], Now, out _, out var errors));
        Assert.Equal([("born", FieldErrorCode.NotADate), ("pncId", FieldErrorCode.InvalidIdentifier)], errors.Select(e => (e.Path, e.Code)));
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_within_bounds_and_never_repeated()
    {
        string[] pieces = ["smith", "Ó", "van", "born:", "pnc:", "\"", ",", ":", "1971", "31/02", "07700", "900123", "SW1A", "1AA", "@", "/", "-", "+", "x", "GBR:1", "12345678", "May", "\ud83d", "سعيد", "4", "\t", "id", "dob", "aka", "aged", "34", "925", "665", "(0)", "First name:", "no"];
        var text = Gen.Elements(pieces).ListOf().Select(parts => string.Join("", parts.Select((p, i) => i % 3 == 0 ? p : p + " ")));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Arb.From(text), words =>
        {
            var read = SearchReading.TryRead(words, [], Now, out var question, out var errors);
            Assert.Equal(read, errors.IsEmpty);
            if (question is not null)
            {
                Assert.InRange(question.Readings.Length, 1, 12);
                Assert.All(question.Readings, r => Assert.True(r.Person.Names.Length <= 6));
                Assert.NotEmpty(question.Understood);
            }
        }));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), words => SearchReading.TryRead(words, [], Now, out _, out var errors) == errors.IsEmpty));
    }
}

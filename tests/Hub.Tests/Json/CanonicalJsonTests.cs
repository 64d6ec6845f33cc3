using System.Text;
using Hub.Json;

namespace Hub.Tests.Json;

public sealed class CanonicalJsonTests
{
    private static string Hash(string json)
    {
        Assert.True(JsonBody.TryParse(Encoding.UTF8.GetBytes(json), out var document, out var error), error?.ToString());
        using (document)
        {
            return CanonicalJson.Hash(document.RootElement);
        }
    }

    [Theory]
    [InlineData("""{"a":1,"b":[true,null,"x"]}""", """{ "b" : [ true, null, "x" ], "a" : 1 }""")]
    [InlineData("""{"a":"é\/\u0041"}""", """{"a":"\u00e9/A"}""")]
    [InlineData("""{"a":{"y":1,"x":2}}""", """{"a":{"x":2,"y":1}}""")]
    [InlineData("""{"\u0061":1}""", """{"a":1}""")]
    public void Order_of_members_white_space_and_escapes_do_not_count(string one, string other) => Assert.Equal(Hash(one), Hash(other));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1.0}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":null}""", "{}")]
    [InlineData("""{"a":"x"}""", """{"A":"x"}""")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\ud801"}""")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\ufffd"}""")]
    public void What_says_something_else_has_another_hash(string one, string other) => Assert.NotEqual(Hash(one), Hash(other));

    [Theory]
    [InlineData("""{"unread":"\ud800"}""")]
    [InlineData("""{"unread":["\udc00\ud800"]}""")]
    [InlineData("""{"unread":1e99999}""")]
    [InlineData("""{"unread":-0.000000000000000000000000000000000000000000000000000000000001}""")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]""")]
    public void Whatever_is_json_has_a_hash(string json) => Assert.Equal(64, Hash(json).Length);
}

using System.Text;
using Hub.Json;

namespace Hub.Tests.Json;

public sealed class JsonBodyTests
{
    [Fact]
    public void One_value_is_a_document()
    {
        Assert.True(JsonBody.TryParse("""{"a":1}"""u8.ToArray(), out var document, out _));
        document.Dispose();
    }

    [Theory]
    [InlineData("empty-body", "")]
    [InlineData("malformed", "{")]
    [InlineData("malformed", "{} {}")]
    [InlineData("malformed", """{"a":1,}""")]
    [InlineData("malformed", """{"a":NaN}""")]
    [InlineData("malformed", """{"a":Infinity}""")]
    [InlineData("duplicate-name", """{"secret":1,"secret":2}""")]
    [InlineData("invalid-text", """{"secret":1,"\ud800":2}""")]
    [InlineData("malformed", "/* secret */ {}")]
    [InlineData("malformed", "{\"a\":\"sec\nret\"}")]
    public void What_is_not_strict_json_is_refused_without_quoting_it(string code, string text)
    {
        Assert.False(JsonBody.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error));
        Assert.Equal(("$", code), (error.Path, error.Code));
        Assert.DoesNotContain("sec", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice_is_named_as_the_reason()
    {
        Assert.False(JsonBody.TryParse("""{"a":{"b":1,"b":2}}"""u8.ToArray(), out _, out var error));
        Assert.Equal("A name occurs twice in one object.", error.Message);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_even_where_nobody_would_read_them()
    {
        byte[] bytes = [.. "{\"unread\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.False(JsonBody.TryParse(bytes, out _, out var error));
        Assert.Equal(("invalid-utf-8", "Not UTF-8: the first invalid byte is at offset 11."), (error.Code, error.Message));
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var deep = new string('[', HubJson.MaxDepth + 1) + new string(']', HubJson.MaxDepth + 1);
        Assert.False(JsonBody.TryParse(Encoding.UTF8.GetBytes(deep), out _, out var error));
        Assert.Equal("too-deep", error.Code);
        Assert.True(JsonBody.TryParse(Encoding.UTF8.GetBytes(deep[1..^1]), out var document, out _));
        document.Dispose();
    }
}

using System.Text;
using System.Text.Json;
using Hub.Messaging;
using Hub.Quarantine.Masking;
using Hub.Testing;

namespace Hub.Tests.Quarantine;

/// <summary>Whatever a message holds, nobody is named by what is shown of it.</summary>
public sealed class BodyMaskingTests
{
    private const string Case = "8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77";

    [Fact]
    public void The_attributes_of_an_event_and_ids_are_shown_as_they_are()
    {
        var body = new CloudEvent
        {
            Id = "8f0d8a523a2f8d5c8f3b0c5d2b1a9e77.accepted.3",
            Type = HubTopology.ReportAccepted,
            Subject = Case,
            Time = A.Moment,
            Traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            Data = A.Json($$"""{"report":"{{Case}}","feed":"arrests"}"""),
        }.ToJson();

        var masked = BodyMasking.Mask(body);

        var root = masked.Root!;
        Assert.Equal(
            ["specversion=1.0", "id=8f0d8a523a2f8d5c8f3b0c5d2b1a9e77.accepted.3", "source=/hub", "type=hub.report.accepted.v1", $"subject={Case}", "time=2025-03-14T09:26:53+00:00", "datacontenttype=application/json", "traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "data="],
            root.Children.Select(c => $"{c.Key}={c.Shown}"));
        Assert.Equal([$"report={Case}", "feed="], root.Children[^1].Children.Select(c => $"{c.Key}={c.Shown}"));
        Assert.Equal((BodyKind.Json, Encoding.UTF8.GetByteCount(body), 0), (masked.Kind, masked.Bytes, masked.LeftOut));
    }

    [Fact]
    public void An_event_of_a_version_this_build_does_not_know_still_says_what_it_is() =>
        Assert.Equal("hub.report.accepted.v9", BodyMasking.Mask("""{"type":"hub.report.accepted.v9"}""").Root!.Children[0].Shown);

    [Theory]
    [InlineData("""{"id":"Ophelia Featherstone"}""")]
    [InlineData("""{"id":"featherstone"}""")]
    [InlineData("""{"id":"8f0d8a523a2f8d5c8f3b0c5d2b1a9e77.featherstone"}""")]
    [InlineData("""{"source":"/hub/featherstone"}""")]
    [InlineData("""{"type":"hub.featherstone.v1"}""")]
    [InlineData("""{"type":"hub.report.accepted.vFeatherstone"}""")]
    [InlineData("""{"subject":"Ophelia Featherstone, born 2011-05-19"}""")]
    [InlineData("""{"time":"2011-05-19"}""")]
    [InlineData("""{"time":"Featherstone"}""")]
    [InlineData("""{"specversion":"Featherstone"}""")]
    [InlineData("""{"datacontenttype":"featherstone/ophelia"}""")]
    [InlineData("""{"traceparent":"Featherstone-Ophelia-2011-05"}""")]
    [InlineData("""{"subject":["Featherstone","2011-05-19"]}""")]
    [InlineData("""{"data":{"time":"2011-05-19T00:00:00Z","id":"Featherstone"}}""")]
    [InlineData("""{"surname":"Featherstone","born":"2011-05-19"}""")]
    [InlineData("""["Featherstone","2011-05-19",2011]""")]
    [InlineData(""" "Featherstone" """)]
    [InlineData("""{"phone":447700900123,"born":20110519}""")]
    [InlineData("447700900123")]
    [InlineData("""{"Ophelia Featherstone":1}""")]
    [InlineData("""{"featherstone":{"ophelia":true}}""")]
    [InlineData("""{"07700900123":"2011-05-19"}""")]
    [InlineData("""{"data":{"data":{"data":"Featherstone"}}}""")]
    [InlineData("""{"surn\u0061me":"Featherst\u006fne"}""")]
    [InlineData("Featherstone, Ophelia, 19.5.2011, 07700 900123")]
    [InlineData("""{"surname":"Featherstone","born":"2011-05-19" """)]
    [InlineData("""{"surname":"Featherstone"} Featherstone""")]
    [InlineData("<person><surname>Featherstone</surname></person>")]
    public void Nothing_that_could_be_a_persons_is_shown(string body)
    {
        var shown = JsonSerializer.Serialize(BodyMasking.Mask(body) with { Bytes = 0 });

        Assert.DoesNotContain("featherst", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ophelia", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2011", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("900123", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_is_masked_only_a_class_of_its_length_is_told()
    {
        static MaskedNode Of(string json) => BodyMasking.Mask($$"""{"surname":{{json}}}""").Root!.Children[0];

        Assert.Equal((ValueKind.Text, LengthClass.UpTo16), (Of("\"Smith\"").Kind, Of("\"Smith\"").Length));
        Assert.Equal(Of("\"Smith\"").Length, Of("\"Featherstonehau\"").Length);
        Assert.Equal((ValueKind.Number, LengthClass.UpTo4), (Of("1971").Kind, Of("1971").Length));
        Assert.Equal(ValueKind.YesNo, Of("true").Kind);
        Assert.Equal(Of("true"), Of("false"));
        Assert.Equal(ValueKind.Nothing, Of("null").Kind);
        Assert.Equal(LengthClass.Empty, Of("\"\"").Length);
        Assert.Equal(LengthClass.Longer, Of($"\"{new string('x', 257)}\"").Length);
        Assert.Equal(LengthClass.UpTo16, BodyMasking.Mask("""{"Aurelius":1}""").Root!.Children[0].KeyLength);
    }

    [Fact]
    public void Accents_count_as_one_character_each() =>
        Assert.Equal(LengthClass.UpTo4, BodyMasking.Mask("""["Zoëé"]""").Root!.Children[0].Length);

    [Fact]
    public void Of_a_great_many_values_the_first_are_kept_and_the_rest_counted()
    {
        var body = $"[{string.Join(',', Enumerable.Repeat("""{"surname":"Featherstone"}""", 9_000))}]";
        Assert.InRange(body.Length, 230_000, 256 * 1024);

        var masked = BodyMasking.Mask(body);

        Assert.Equal(9_000, masked.Root!.Count);
        Assert.Equal(BodyMasking.MaxNodes, Count(masked.Root));
        Assert.Equal(1 + (9_000 * 2) - BodyMasking.MaxNodes, masked.LeftOut);
    }

    [Theory]
    [InlineData(BodyMasking.MaxDepth, BodyKind.Json)]
    [InlineData(BodyMasking.MaxDepth + 1, BodyKind.BrokenJson)]
    [InlineData(100_000, BodyKind.BrokenJson)]
    public void What_is_nested_without_end_is_not_followed(int depth, BodyKind kind)
    {
        var masked = BodyMasking.Mask(new string('[', depth) + new string(']', depth));

        Assert.Equal((kind, 2 * depth), (masked.Kind, masked.Bytes));
        Assert.Equal(kind == BodyKind.Json, masked.Root is not null);
    }

    [Theory]
    [InlineData("", BodyKind.Empty)]
    [InlineData(" \r\n\t", BodyKind.Empty)]
    [InlineData("{", BodyKind.BrokenJson)]
    [InlineData("[1,]", BodyKind.BrokenJson)]
    [InlineData("{} {}", BodyKind.BrokenJson)]
    [InlineData("<html>", BodyKind.Markup)]
    [InlineData("UNA:+.? 'UNB+UNOA:4", BodyKind.Text)]
    [InlineData("a\0b", BodyKind.NotText)]
    public void What_is_not_json_is_told_by_kind_and_size_alone(string body, BodyKind kind)
    {
        var masked = BodyMasking.Mask(body);

        Assert.Equal((kind, Encoding.UTF8.GetByteCount(body)), (masked.Kind, masked.Bytes));
        Assert.Null(masked.Root);
    }

    [Fact]
    public void Half_a_character_breaks_nothing()
    {
        Assert.Equal(BodyKind.NotText, BodyMasking.Mask("{\"surname\":\"\uD800\"}").Kind);
        Assert.Equal(BodyKind.NotText, BodyMasking.Mask("\uDFFF").Kind);

        // Escaped, it is JSON all the same; only who reads the text would fail.
        var escaped = BodyMasking.Mask("""{"surname":"\ud800","\udfff":1,"subject":"\ud800"}""");
        Assert.Equal(BodyKind.Json, escaped.Kind);
        Assert.All(escaped.Root!.Children, child => Assert.Null(child.Shown));
    }

    [Fact]
    public void A_field_given_twice_is_shown_twice() =>
        Assert.Equal(2, BodyMasking.Mask("""{"subject":"x","subject":"y"}""").Root!.Children.Count(c => c is { Key: "subject", Shown: null }));

    private static int Count(MaskedNode node) => 1 + node.Children.Sum(Count);
}

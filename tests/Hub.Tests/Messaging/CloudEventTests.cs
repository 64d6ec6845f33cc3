using Hub.Messaging;
using Hub.Testing;

namespace Hub.Tests.Messaging;

public sealed class CloudEventTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var happened = new CloudEvent { Id = "1", Type = "t", Subject = A.Case().Id.ToString(), Time = A.Moment, Data = A.Json("""{"a":[1,"é"]}""") };
        var read = CloudEvent.Parse(happened.ToJson());

        Assert.Equal(happened with { Data = default }, read with { Data = default });
        Assert.Equal("""{"a":[1,"é"]}""", read.Data.GetRawText());
        Assert.Equal(A.Case().Id, read.CaseId());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"specversion":"1.0"}""")]
    [InlineData("""{"specversion":"0.3","id":"1","type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"specversion":null,"id":"1","type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"id":"1","type":"t","subject":"s","time":"9999-99-99T09:26:53Z"}""")]
    [InlineData("""{"id":"1","type":"t","subject":"s","time":1e999}""")]
    [InlineData("""{"id":"\ud800","type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"id":null,"type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"id":"1","id":"2","type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"\ud800":"1","id":"2","type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""")]
    [InlineData("""{"id":"1","type":"t","subject":"s","time":"2025-03-14T09:26:53Z","data":{"\ud800":1}}""")]
    public void What_is_no_cloud_event_fails_for_good(string body) =>
        Assert.Equal("message-unreadable", Assert.Throws<PermanentFailureException>(() => CloudEvent.Parse(body)).Code);

    [Fact]
    public void A_subject_that_is_no_case_fails_for_good() =>
        Assert.Equal("message-unreadable", Assert.Throws<PermanentFailureException>(() => CloudEvent.Parse("""{"id":"1","type":"t","subject":"s","time":"2025-03-14T09:26:53Z"}""").CaseId()).Code);
}

using System.Net;
using System.Text.Json;
using Hub.Functions.Commands;

namespace Hub.Functions.Tests.Commands;

/// <summary>Sending a file of deltas, against a hub that remembers what it was sent.</summary>
public sealed class DeltaSenderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-deltas-").FullName;
    private readonly FakeHub hub = new();

    public void Dispose()
    {
        hub.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Batches_follow_one_another_from_the_hubs_mark_and_are_summed_up()
    {
        hub.Mark = 2;
        var told = 0L;
        var file = await WriteAsync([.. Enumerable.Range(1, 8).Select(Line), ""]);

        var summary = await SendAsync(file, 3, bytes => told += bytes);

        Assert.Equal(["visor 2: 3,4,5", "visor 5: 6,7,8"], hub.Taken);
        Assert.Equal("Sent 6 deltas after 2: 6 changed the register, 0 brought nothing new, 0 were older than what it holds. The source stands at 8.", summary.Words());
        Assert.InRange(told, 1, file.Length);
        Assert.StartsWith("Nothing new", (await SendAsync(file, 3)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_holds_no_more_bytes_than_the_hub_takes()
    {
        var long1 = $$"""{"sequence":1,"pad":"{{new string('x', 2_500_000)}}"}""";
        await SendAsync(await WriteAsync(long1, long1.Replace("\"sequence\":1", "\"sequence\":2", StringComparison.Ordinal)), 1_000);
        Assert.Equal(["visor 0: 1", "visor 1: 2"], hub.Taken);
    }

    [Theory]
    [InlineData("{\"sequence\":1", "Line 2 is no delta")]
    [InlineData("[1]", "Line 2 is no delta")]
    [InlineData("{\"sequence\":\"2\"}", "Line 2 is no delta")]
    [InlineData("{\"sequence\":1}", "Line 2: its sequence is not above")]
    public async Task A_line_that_is_no_delta_or_does_not_rise_is_named(string line, string words)
    {
        var stopped = await Assert.ThrowsAsync<DeltasStoppedException>(async () => await SendAsync(await WriteAsync(Line(1), line), 10));
        Assert.Equal(2, stopped.ExitCode);
        Assert.StartsWith(words, stopped.Message, StringComparison.Ordinal);
        Assert.Empty(hub.Taken);
    }

    [Fact]
    public async Task What_the_hub_refuses_is_told_in_its_words_with_the_first_errors()
    {
        hub.Refuse = (422, """{"code":"invalid-body","title":"The deltas cannot be used.","errors":[{"path":"$.deltas[0].op","code":"not-one-of","message":"Not an operation."}]}""");
        var stopped = await Assert.ThrowsAsync<DeltasStoppedException>(async () => await SendAsync(await WriteAsync(Line(1)), 10));
        Assert.Equal(3, stopped.ExitCode);
        Assert.Contains("422 invalid-body", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("$.deltas[0].op: Not an operation.", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_was_not_answered_is_sent_again()
    {
        hub.FailNext = 1;
        var summary = await SendAsync(await WriteAsync(Line(1), Line(2)), 10);
        Assert.Equal(["visor 0: 1,2"], hub.Taken);
        Assert.Contains("The source stands at 2.", summary.Words(), StringComparison.Ordinal);
    }

    private static string Line(int sequence) => $$"""{"sequence":{{sequence}},"op":"end","id":"N-{{sequence}}"}""";

    private async Task<FileInfo> WriteAsync(params string[] lines)
    {
        var file = new FileInfo(Path.Combine(folder, "deltas.ndjson"));
        await File.WriteAllLinesAsync(file.FullName, lines);
        file.Refresh();
        return file;
    }

    private async Task<DeltaSummary> SendAsync(FileInfo file, int batch, Action<long>? tick = null)
    {
        using var http = new HttpClient(hub, disposeHandler: false) { BaseAddress = new Uri("http://hub.test") };
        return await new DeltaSender(http, "visor", TimeSpan.Zero).SendAsync(file, batch, tick ?? (_ => { }), CancellationToken.None);
    }

    private sealed class FakeHub : HttpMessageHandler
    {
        public long Mark { get; set; }

        public int FailNext { get; set; }

        public (int Status, string Body)? Refuse { get; set; }

        public List<string> Taken { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                Assert.Equal("/api/register/marks/visor", request.RequestUri!.AbsolutePath);
                return Answer(200, $$"""{"source":"visor","mark":{{Mark}}}""");
            }

            if (FailNext-- > 0)
            {
                throw new HttpRequestException("Reset.");
            }

            if (Refuse is var (status, problem))
            {
                return Answer(status, problem);
            }

            var text = await request.Content!.ReadAsStringAsync(cancellationToken);
            Assert.InRange(text.Length, 1, 4_000_000);
            var body = JsonSerializer.Deserialize<JsonElement>(text);
            var sequences = body.GetProperty("deltas").EnumerateArray().Select(d => d.GetProperty("sequence").GetInt64()).ToArray();
            Assert.Equal(Mark, body.GetProperty("after").GetInt64());
            Taken.Add($"{body.Text("source")} {Mark}: {string.Join(',', sequences)}");
            Mark = sequences[^1];
            return Answer(200, $$"""{"source":"visor","mark":{{Mark}},"changed":{{sequences.Length}},"unchanged":0,"stale":0,"registerMark":9}""");
        }

        private static HttpResponseMessage Answer(int status, string body) =>
            new((HttpStatusCode)status) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
    }
}

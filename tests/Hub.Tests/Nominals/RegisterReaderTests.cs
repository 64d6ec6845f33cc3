using System.Text;
using Hub.Nominals;
using Hub.Nominals.Loading;
using Hub.Persons;

namespace Hub.Tests.Nominals;

public sealed class RegisterReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static string Row(int n) => $$"""{"id":"N-{{n}}","names":[{"surname":"Moss"}]}""";

    private static async Task<List<RegisterRow>> Rows(RegisterReader reader, long afterLine = 0)
    {
        var rows = new List<RegisterRow>();
        await foreach (var row in reader.ReadAsync(afterLine))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static Task<List<RegisterRow>> Ndjson(string text) => Ndjson(Encoding.UTF8.GetBytes(text));

    private static Task<List<RegisterRow>> Ndjson(byte[] bytes) => Rows(RegisterReader.Ndjson(new TrickleStream(bytes), Now));

    private static Task<List<RegisterRow>> Csv(string text, Action<string>? warn = null) =>
        Rows(RegisterReader.Csv(new TrickleStream(Encoding.UTF8.GetBytes(text)), Now, warn));

    private static Nominal Accepted(RegisterRow row) => Assert.IsType<AcceptedRow>(row).Nominal;

    private static (string Path, string Code)[] Rejected(RegisterRow row) =>
        [.. Assert.IsType<RejectedRow>(row).Errors.Select(e => (e.Path, e.Code))];

    [Fact]
    public async Task Lines_are_counted_from_1_with_the_bytes_reached_and_blank_ones_passed_over()
    {
        var text = $"\uFEFF{Row(1)}\r\n\n  \n{Row(2)}";
        var rows = await Ndjson(text);

        Assert.Equal([1, 4], rows.Select(r => r.Line));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), rows[1].Offset);
        Assert.Equal("N-2", Accepted(rows[1]).Id);
    }

    [Fact]
    public async Task A_bad_line_is_rejected_with_its_reasons_and_as_it_stood_and_the_next_is_read()
    {
        var bad = """{"id":"N-2","names":[{"surname":"Moss"}],"pncId":"2003/0011985Y","born":"x"}""";
        var rows = await Ndjson($"{Row(1)}\n{bad}\r\n{Row(3)}\n");

        Assert.Equal([("$.born", "not-a-date"), ("$.pncId", "invalid-identifier")], Rejected(rows[1]));
        Assert.Equal(bad, Encoding.UTF8.GetString(((RejectedRow)rows[1]).Raw.Span));
        Assert.Equal(2, rows[1].Line);
        Assert.Equal("N-3", Accepted(rows[2]).Id);
    }

    [Theory]
    [InlineData("duplicate-name", """{"id":"N-2","id":"N-3","names":[{"surname":"Moss"}]}""")]
    [InlineData("malformed", """{"id":"N-2","names":[{"surname":"Moss"}],"age":NaN}""")]
    [InlineData("malformed", """{"id":"N-2" """)]
    [InlineData("malformed", "not json")]
    [InlineData("too-deep", """{"x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""")]
    public async Task A_line_that_is_no_strict_json_is_rejected_with_what_is_wrong(string code, string line)
    {
        var rows = await Ndjson($"{Row(1)}\n{line}\n{Row(3)}");
        Assert.Equal([("$", code)], Rejected(rows[1]));
        Assert.Equal("N-3", Accepted(rows[2]).Id);
    }

    [Fact]
    public async Task A_line_that_is_no_utf8_is_rejected_byte_for_byte()
    {
        byte[] bad = [.. "{\"id\":\""u8, 0xE9, .. "\"}"u8];
        var rows = await Ndjson([.. bad, (byte)'\n', .. Encoding.UTF8.GetBytes(Row(2))]);
        Assert.Equal([("$", "invalid-utf-8")], Rejected(rows[0]));
        Assert.Equal(bad, ((RejectedRow)rows[0]).Raw.ToArray());
        Assert.Equal("N-2", Accepted(rows[1]).Id);
    }

    [Theory]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(5_000_000)]
    public async Task An_over_long_line_is_rejected_with_its_beginning_only_and_the_next_is_read(int length)
    {
        var text = $"{Row(1)}\n{new string('x', length)}\n{Row(3)}\n{new string('y', length)}";
        var rows = await Rows(RegisterReader.Ndjson(new MemoryStream(Encoding.UTF8.GetBytes(text)), Now));

        Assert.Equal([("$", "too-long")], Rejected(rows[1]));
        Assert.InRange(((RejectedRow)rows[1]).Raw.Length, 1, 64 * 1024);
        Assert.Equal(("N-3", 3), (Accepted(rows[2]).Id, rows[2].Line));
        Assert.Equal([("$", "too-long")], Rejected(rows[3]));
        Assert.Equal(text.Length, rows[3].Offset);
    }

    [Fact]
    public async Task Rows_done_by_an_earlier_run_are_passed_over()
    {
        var reader = RegisterReader.Ndjson(new MemoryStream(Encoding.UTF8.GetBytes($"{Row(1)}\nbad\n{Row(3)}\n")), Now);
        Assert.Equal([3], (await Rows(reader, afterLine: 2)).Select(r => r.Line));
    }

    [Fact]
    public async Task A_csv_row_reads_with_all_it_has_under_common_headers()
    {
        var rows = await Csv("""
            ID,Forename,Middle Name,Last_Name,DOB,Gender,Nationality,Passport,PNC ID,CRO,Address 1,Address 2,Postcode,Borough,Markers,Registers,Updated
            R1,Ada Mary,Grace,"O'Brien, Jr",19/05/2011,F,IRL,PA1234567,03/11985X,85227/65L,"1, High Street",,E8 1AA,Hackney,missing; carePlan,yot|visor,2026-07-01
            """);

        var nominal = Accepted(Assert.Single(rows));
        Assert.Equal(2, rows[0].Line);
        Assert.Equal<string>(["Ada", "Mary", "Grace"], nominal.Names[0].Given);
        Assert.Equal("O'Brien, Jr", nominal.Names[0].Surname);
        Assert.Equal(("2011-05-19", Sex.Female, "IRL"), (nominal.Born?.ToString(), nominal.Sex, nominal.Nationality));
        Assert.Equal(("2003/0011985X", "085227/65L", "PA1234567"), (nominal.PncId, nominal.CroNumber, nominal.Documents[0].Number));
        Assert.Equal<string>(["1, High Street"], nominal.Addresses[0].Lines);
        Assert.Equal<string>(["missing", "carePlan"], nominal.Markers);
        Assert.Equal<string>(["yot", "visor"], nominal.Registers);
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 23, 0, 0, TimeSpan.Zero), nominal.Updated);
    }

    [Theory]
    [InlineData("2011-05-19", "2011-05-19")]
    [InlineData("20110519", "2011-05-19")]
    [InlineData("2011-05", "2011-05")]
    [InlineData("2011", "2011")]
    [InlineData("", null)]
    public async Task Dates_of_birth_are_read_in_common_forms(string written, string? read) =>
        Assert.Equal(read, Accepted((await Csv($"id,surname,born\n1,Moss,{written}"))[0]).Born?.ToString());

    [Fact]
    public async Task Everything_wrong_with_a_csv_row_is_said_at_once_by_column()
    {
        var rows = await Csv("id,Surname,given,DOB,sex,pnc,updated\n,,,05/19/2011,woman,2003/0011985Y,2026-11-01T00:00:00\n");
        Assert.Equal(
        [
            ("id", "required"), ("Surname", "required"), ("DOB", "not-a-date"), ("sex", "not-one-of"), ("pnc", "invalid-identifier"),
            ("updated", "offset-missing"),
        ], Rejected(rows[0]));
    }

    [Fact]
    public async Task A_quoted_line_break_belongs_to_its_row_and_lines_go_on_being_counted()
    {
        var rows = await Csv("id,surname,address\r\n1,Moss,\"1 High \"\"St\"\"\"\r\n2,Moss,\"2\nHigh St\"\r\n3,Moss,x\r\n");
        Assert.Equal([2, 3, 5], rows.Select(r => r.Line));
        Assert.Equal("1 High \"St\"", Accepted(rows[0]).Addresses[0].Lines[0]);
        Assert.Equal([("address", "control-characters")], Rejected(rows[1]));
        Assert.Equal("2,Moss,\"2\nHigh St\"", Encoding.UTF8.GetString(((RejectedRow)rows[1]).Raw.Span));
    }

    [Fact]
    public async Task A_quote_never_closed_costs_its_own_line_not_the_rest_of_the_file()
    {
        var rows = await Csv("id,surname\n1,\"Moss\n2,Moss\n3,Moss\n");
        Assert.Equal([("$", "malformed")], Rejected(rows[0]));
        Assert.Equal(["2", "3"], rows.Skip(1).Select(r => Accepted(r).Id));
        Assert.Equal([2, 3, 4], rows.Select(r => r.Line));
    }

    [Fact]
    public async Task A_file_of_nothing_but_open_quotes_is_still_read_line_by_line()
    {
        const int lines = 40_000;
        var text = "id,surname\n" + string.Concat(Enumerable.Repeat("\"x\",\"\n", lines)) + "1,Moss\n";
        var rows = await Rows(RegisterReader.Csv(new MemoryStream(Encoding.UTF8.GetBytes(text)), Now)).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(lines + 1, rows.Count);
        Assert.Equal("1", Accepted(rows[^1]).Id);
    }

    [Fact]
    public async Task A_row_with_more_or_fewer_fields_than_columns_is_rejected()
    {
        var rows = await Csv("id,surname,given\n1,Moss\n2,Moss,Ada,x\n3,Moss,Ada\n");
        Assert.Equal([("$", "malformed")], Rejected(rows[0]));
        Assert.Equal([("$", "malformed")], Rejected(rows[1]));
        Assert.Equal("3", Accepted(rows[2]).Id);
    }

    [Fact]
    public async Task Unknown_columns_are_reported_once()
    {
        var warnings = new List<string>();
        await Csv("id,surname,truth,x\n1,Moss,a,b\n2,Moss,a,b\n", warnings.Add);
        Assert.Equal(["Columns not used: truth, x."], warnings);
    }

    [Theory]
    [InlineData("surname,given\nMoss,Ada\n", "A register needs the columns id, and surname or given. Found: surname, given.")]
    [InlineData("id,dob,colour\n1,2011,red\n", "A register needs the columns id, and surname or given. Found: id, dob, (other).")]
    [InlineData("id,surname,last name\n1,a,b\n", "The columns surname and last name say the same. Found: id, surname, last name.")]
    [InlineData("Ada,Moss,2011-05-19\n", "A register needs the columns id, and surname or given. Found: (other), (other), (other).")]
    [InlineData("", "A register needs a header naming its columns, in UTF-8. Found none.")]
    public async Task A_file_without_the_columns_it_needs_is_refused_naming_what_was_found(string text, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<RegisterFileException>(() => Csv(text))).Message);

    [Fact]
    public async Task However_the_bytes_arrive_the_rows_are_the_same()
    {
        var random = new Random(4180);
        for (var i = 0; i < 300; i++)
        {
            var text = "id,surname\n" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "1a,\"\n\r é"[random.Next(8)]));
            var whole = await Rows(RegisterReader.Csv(new MemoryStream(Encoding.UTF8.GetBytes(text)), Now));
            var trickled = await Csv(text);
            Assert.Equal(whole.Select(r => (r.Line, r.Offset, r.GetType())), trickled.Select(r => (r.Line, r.Offset, r.GetType())));
        }
    }

    /// <summary>Gives one to seven bytes at a time, as a network might.</summary>
    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly Random _random = new(bytes.Length);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, _random.Next(1, 8))], cancellationToken);
    }
}

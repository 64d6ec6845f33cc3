using System.Text.Json;
using Hub.Accuracy.Sets;
using Hub.Nominals;
using Hub.Testing.Registers;

namespace Hub.Tests.Nominals.Made;

public sealed class MadeRegisterTests
{
    private static readonly MadeRegister Made = MadeRegister.Invented(400, seed: 3, MadeRegister.Usual, deltas: 600, reports: 20);

    private static JsonElement Json(string line) => JsonSerializer.Deserialize<JsonElement>(line);

    [Fact]
    public async Task The_same_people_and_seed_give_the_same_bytes_and_another_seed_others()
    {
        var folder = Directory.CreateTempSubdirectory("made-register-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "register_100k.csv"), "id,truth,given,surname,dob,sex,nationality,passport,middle\nR0,,nicephoro,di,1995-06-20,M,NGA,916043266,\nR1,,matisse,browne,1950-05-19,F,IRL,,ann\nR2,,x,\"y, z\",,,,,\nR3,,rose,ashby,1988-02-29,F,GBR,,\n");
            var people = ScreeningRegister.Read(folder).ToList();
            Assert.Equal(["nicephoro di", "matisse ann browne", "x y, z", "rose ashby"], people.Select(p => $"{string.Join(' ', p.Given)} {p.Surname}"));
            Assert.Equal(("male", new DateOnly(1995, 6, 20), "916043266", null), (people[0].Sex, people[0].Born, people[0].Passport, people[2].Born));

            foreach (var (seed, into) in new[] { (3UL, "a"), (3UL, "b"), (4UL, "c") })
            {
                await MadeRegister.Of(people, seed, MadeRegister.Usual, 50, 4).WriteAsync(Path.Combine(folder, into), CancellationToken.None);
            }

            byte[] Bytes(string of) => [.. new[] { MadeRegister.RegisterFile, MadeRegister.DeltasFile, MadeRegister.ReportsFile }.SelectMany(f => File.ReadAllBytes(Path.Combine(folder, of, f)))];
            Assert.Equal(Bytes("a"), Bytes("b"));
            Assert.NotEqual(Bytes("a"), Bytes("c"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_nominal_is_one_that_the_register_takes()
    {
        Assert.All(Made.Nominals, line => Assert.True(NominalJson.TryRead(Json(line), MadeRegister.Usual, null, out _, out var errors), string.Join(' ', errors)));
        var read = Made.Nominals.Select(line => { NominalJson.TryRead(Json(line), MadeRegister.Usual, null, out var n, out _); return n!; }).ToList();
        Assert.Equal(read.Count, read.Select(n => n.Id).Distinct().Count());
        Assert.Contains(read, n => n.NotificationPeriods.Any(p => p.To is null));
        Assert.Contains(read, n => n.NotificationPeriods.Any(p => p.To is not null));
        Assert.Contains(read, n => n.Addresses.Length == 2);
        Assert.Contains(read, n => !n.TravelNotified.IsEmpty);
        Assert.Contains(read, n => n.Names.Length == 2);
        Assert.Contains(read, n => n.Registers.SequenceEqual(["yot"]));
        var pncs = read.Select(n => n.PncId).OfType<string>().ToList();
        Assert.Equal(pncs.Count, pncs.Distinct().Count());
    }

    [Fact]
    public void Deltas_rise_from_one_name_only_who_lives_and_leave_the_same_mark_in_two_fields()
    {
        var living = Made.Nominals.Select(n => Json(n).GetProperty("id").GetString()!).ToHashSet();
        var merged = new HashSet<string>();
        var kinds = new HashSet<string>();
        foreach (var (i, line) in Made.Deltas.Index())
        {
            var delta = Json(line);
            var op = delta.GetProperty("op").GetString()!;
            kinds.Add(op);
            Assert.Equal(i + 1, delta.GetProperty("sequence").GetInt64());
            var id = (op == "upsert" ? delta.GetProperty("nominal") : delta).GetProperty("id").GetString()!;
            switch (op)
            {
                case "upsert":
                    Assert.Equal((i + 1L, i + 1L), Stamp.Of(delta.GetProperty("nominal")));
                    Assert.True(NominalJson.TryRead(delta.GetProperty("nominal"), MadeRegister.Usual, null, out _, out _));
                    living.Add(id);
                    break;
                case "change":
                    Assert.Contains(id, living);
                    Assert.Equal((i + 1L, i + 1L), Stamp.Of(delta.GetProperty("set")));
                    break;
                case "merge":
                    Assert.True(living.Remove(id));
                    Assert.Contains(delta.GetProperty("into").GetString()!, living);
                    merged.Add(id);
                    break;
                case "split":
                    Assert.True(merged.Remove(id));
                    living.Add(id);
                    break;
                default:
                    Assert.Equal("end", op);
                    Assert.True(living.Remove(id));
                    break;
            }
        }

        Assert.Equal(["change", "end", "merge", "split", "upsert"], kinds.Order());
    }

    [Fact]
    public void Reports_are_about_children_before_the_deltas_and_after_the_last_that_changed_them()
    {
        var last = Made.Deltas.Select(Json).Where(d => d.TryGetProperty("set", out _) || d.TryGetProperty("nominal", out _))
            .GroupBy(d => (d.TryGetProperty("nominal", out var n) ? n : d).GetProperty("id").GetString()!).ToDictionary(g => g.Key, g => g.Last().GetProperty("sequence").GetInt64());
        Assert.Equal(20, Made.Reports.Length);
        Assert.All(Made.Reports.Select(Json), report =>
        {
            var age = Hub.Persons.BirthDate.Parse(report.GetProperty("subject").GetProperty("born").GetString()!).AgeOn(new DateOnly(2026, 11, 22));
            Assert.InRange(age.Youngest, 10, 17);
            if (report.TryGetProperty("afterSequence", out var after))
            {
                Assert.Equal(last[report.GetProperty("about").GetString()!], after.GetInt64());
                Assert.Equal((after.GetInt64(), after.GetInt64()), Stamp.Of(report.GetProperty("subject")));
            }
        });
        Assert.Contains(Made.Reports, r => r.Contains("afterSequence", StringComparison.Ordinal));
        Assert.Contains(Made.Reports, r => !r.Contains("afterSequence", StringComparison.Ordinal));
    }
}

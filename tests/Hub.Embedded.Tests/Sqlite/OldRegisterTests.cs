using System.Text.Json;
using Hub.Embedded.Sqlite;
using Hub.Json;
using Hub.Nominals;
using Hub.Paging;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>Registers written before their history was kept.</summary>
public sealed class OldRegisterTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_nominal_of_a_file_without_history_is_read_followed_and_changed_and_its_history_begins_there()
    {
        var register = new SqliteNominalRegister(
            file.ReopenAsOf(2, command =>
            {
                command.CommandText = "INSERT INTO nominals (id, body) VALUES ('7', $body)";
                command.Parameters.AddWithValue("$body", JsonSerializer.SerializeToUtf8Bytes(A.Nominal("7"), HubJson.Options));
            }),
            new ManualTime(A.Moment));
        var before = await register.ChangesSinceAsync(0, 10, None);
        Assert.Equal("7", Assert.Single(before.Nominals).Id);
        var consequences = new RegisterConsequences(register, []);
        await consequences.DrawAsync(None);

        // Whoever waits for more from there on must not find what is there already, for ever.
        Assert.Equal(before.Mark, consequences.ReadTo);

        await register.UpsertAsync([A.Nominal("7") with { Markers = [Marker.Missing] }], None);

        Assert.True((await register.GetAsync("7", None))!.Has(Marker.Missing));
        var history = (await register.HistoryAsync("7", new PageRequest(), None))!;
        Assert.Null(await NominalChain.FirstBreakAsync(history, _ => Task.FromResult<NominalHistory?>(null)));
        Assert.Equal(NominalChangeKind.Changed, Assert.Single(history.Changes.Items).Kind);
    }
}
